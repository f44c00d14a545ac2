using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary>
/// <c>response-reminder</c>: to the handler, from day 45 also to the manager; after 30, 45, 55 days, on the last day, then
/// weekly, to the director too after two weeks. One that would fall on a Sunday or a holiday comes on the working day before.
/// </summary>
public sealed class ResponseReminderTests
{
    [Theory, StraightAndRestarted]
    public async Task Reminders_NobodyAnswers_ComeOnTheirDaysAndReachTheDirectorAfterTwoWeeks(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-24 00:00");

        // Day 55 is Sunday 26 April.
        app.Mailbox.Tells(
            ["response-reminder"],
            "2026-04-01 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder reclamations",
            "2026-04-25 08:00 response-reminder conseil2",
            "2026-04-25 08:00 response-reminder reclamations",
            "2026-05-02 08:00 response-reminder conseil2",
            "2026-05-02 08:00 response-reminder reclamations",
            "2026-05-09 08:00 response-reminder conseil2",
            "2026-05-09 08:00 response-reminder reclamations",
            "2026-05-16 08:00 response-reminder conseil2",
            "2026-05-16 08:00 response-reminder direction",
            "2026-05-16 08:00 response-reminder reclamations",
            "2026-05-23 08:00 response-reminder conseil2",
            "2026-05-23 08:00 response-reminder direction",
            "2026-05-23 08:00 response-reminder reclamations");
        app.Mailbox.Of("response-reminder")[0].Says("Il reste 31 jours", "samedi 2 mai 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task Reminders_AfterAnExtension_FollowTheNewDate(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-04-30 09:00");
        await app.ActAsync(reference, "extend", Staff.OtherHandler, new { reason = "Expertise.", until = "2026-06-01" });
        await app.AdvanceToAsync("2026-06-02 12:00");

        app.Mailbox.Tells(
            ["response-reminder"],
            "2026-04-01 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder reclamations",
            "2026-04-25 08:00 response-reminder conseil2",
            "2026-04-25 08:00 response-reminder reclamations",
            "2026-06-01 08:00 response-reminder conseil2",
            "2026-06-01 08:00 response-reminder reclamations");
    }

    [Theory, StraightAndRestarted]
    public async Task Reminders_OfTheAbsentHandler_GoToTheDeputy(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-07-06 09:00", restarts);
        await app.EnterAsync("email", body => body["complainant"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "Luc Petit", ["email"] = "client1002@example.fr" });
        await app.AdvanceToAsync("2026-08-21 12:00");

        // Day 30 is 5 August, within the absence of Conseil 1; day 45 is 20 August.
        app.Mailbox.Tells(
            ["assignment", "response-reminder"],
            "2026-07-06 09:00 assignment conseil1",
            "2026-08-05 08:00 response-reminder conseil2",
            "2026-08-20 08:00 response-reminder conseil2",
            "2026-08-20 08:00 response-reminder reclamations");
    }
}
