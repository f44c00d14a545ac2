using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WholeLives;

/// <summary>Two months in which nobody does anything: every mail, to the minute, and no other.</summary>
public sealed class NobodyDoesAnythingTests
{
    [Theory, StraightAndRestarted]
    public async Task Letter_TwoMonthsOfNothing_TellsEverybodyEverythingInOneJump(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);

        await app.AdvanceToAsync("2026-05-03 12:00");

        AssertChronicle(app);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("received", complaint.Field("status"));
        Assert.Equal("no-answer", complaint.Field("mediatorOpen.ground"));
    }

    [Theory, StraightAndRestarted]
    public async Task Letter_TwoMonthsOfNothing_TellsTheSameWeekByWeek(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);

        for (int week = 0; week < 9; week++)
        {
            await app.AdvanceByAsync(TimeSpan.FromDays(7));
        }

        AssertChronicle(app);
    }

    private static void AssertChronicle(TestApp app) => app.Mailbox.Tells(
        [],
        "2026-03-02 09:00 assignment conseil1",
        "2026-03-07 08:00 acknowledgement-reminder conseil1",
        "2026-03-11 08:00 acknowledgement-reminder conseil1",
        "2026-03-13 08:00 acknowledgement-reminder conseil1",
        "2026-03-13 08:00 acknowledgement-reminder reclamations",
        "2026-03-14 00:00 deadline-missed reclamations",
        "2026-03-20 08:00 acknowledgement-reminder conseil1",
        "2026-03-20 08:00 acknowledgement-reminder reclamations",
        "2026-03-27 08:00 acknowledgement-reminder conseil1",
        "2026-03-27 08:00 acknowledgement-reminder reclamations",
        "2026-04-01 08:00 response-reminder conseil1",
        "2026-04-03 08:00 acknowledgement-reminder conseil1",
        "2026-04-03 08:00 acknowledgement-reminder reclamations",
        "2026-04-10 08:00 acknowledgement-reminder conseil1",
        "2026-04-10 08:00 acknowledgement-reminder reclamations",
        "2026-04-16 08:00 response-reminder conseil1",
        "2026-04-16 08:00 response-reminder reclamations",
        "2026-04-17 08:00 acknowledgement-reminder conseil1",
        "2026-04-17 08:00 acknowledgement-reminder reclamations",
        "2026-04-24 08:00 acknowledgement-reminder conseil1",
        "2026-04-24 08:00 acknowledgement-reminder reclamations",
        "2026-04-25 08:00 response-reminder conseil1",
        "2026-04-25 08:00 response-reminder reclamations",
        "2026-04-30 08:00 acknowledgement-reminder conseil1",
        "2026-04-30 08:00 acknowledgement-reminder reclamations",
        "2026-05-02 08:00 response-reminder conseil1",
        "2026-05-02 08:00 response-reminder reclamations",
        "2026-05-03 00:00 deadline-missed reclamations",
        "2026-05-03 00:00 mediator-information conseil1");
}
