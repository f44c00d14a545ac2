using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary>
/// <c>acknowledgement-reminder</c>: to the handler, the last one also to the manager; after 5 and 8 working days, on the last
/// day, then weekly until done, to the manager too.
/// </summary>
public sealed class AcknowledgementReminderTests
{
    [Theory, StraightAndRestarted]
    public async Task Reminders_NeverAcknowledged_ComeAtEightOnTheirDaysAndThenWeekly(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-28 00:00");

        app.Mailbox.Tells(
            ["acknowledgement-reminder"],
            "2026-03-07 08:00 acknowledgement-reminder conseil1",
            "2026-03-11 08:00 acknowledgement-reminder conseil1",
            "2026-03-13 08:00 acknowledgement-reminder conseil1",
            "2026-03-13 08:00 acknowledgement-reminder reclamations",
            "2026-03-20 08:00 acknowledgement-reminder conseil1",
            "2026-03-20 08:00 acknowledgement-reminder reclamations",
            "2026-03-27 08:00 acknowledgement-reminder conseil1",
            "2026-03-27 08:00 acknowledgement-reminder reclamations");
        TestMail[] toTheHandler = [.. app.Mailbox.Of("acknowledgement-reminder").Where(mail => mail.To == Staff.DefaultHandler)];
        toTheHandler[0].Says("vendredi 13 mars 2026", "Il reste 6 jours");
        toTheHandler[2].Says("aujourd’hui");
        toTheHandler[3].Says("dépassée de 7 jours");
    }

    [Theory, StraightAndRestarted]
    public async Task Reminders_OnceAcknowledged_Stop(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-09 10:00");
        await app.ActAsync(reference, "acknowledge", Staff.DefaultHandler, new { by = "phone" });
        await app.AdvanceToAsync("2026-03-31 12:00");

        app.Mailbox.Tells(["acknowledgement-reminder"], "2026-03-07 08:00 acknowledgement-reminder conseil1");
    }

    [Theory, StraightAndRestarted]
    public async Task Reminders_WeeklyOnAHoliday_ComeOnThePrecedingWorkingDay(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-04-20 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-05-31 00:00");

        // The last day is Saturday 2 May; the tenth working day skips 1 May. Saturdays count.
        app.Mailbox.Tells(
            ["acknowledgement-reminder"],
            "2026-04-25 08:00 acknowledgement-reminder conseil1",
            "2026-04-29 08:00 acknowledgement-reminder conseil1",
            "2026-05-02 08:00 acknowledgement-reminder conseil1",
            "2026-05-02 08:00 acknowledgement-reminder reclamations",
            "2026-05-09 08:00 acknowledgement-reminder conseil1",
            "2026-05-09 08:00 acknowledgement-reminder reclamations",
            "2026-05-16 08:00 acknowledgement-reminder conseil1",
            "2026-05-16 08:00 acknowledgement-reminder reclamations",
            "2026-05-23 08:00 acknowledgement-reminder conseil1",
            "2026-05-23 08:00 acknowledgement-reminder reclamations",
            "2026-05-30 08:00 acknowledgement-reminder conseil1",
            "2026-05-30 08:00 acknowledgement-reminder reclamations");
    }

    [Theory, StraightAndRestarted]
    public async Task Reminder_ManagerWhoIsTheHandler_GetsOneMail(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.Manager });
        await app.AdvanceToAsync("2026-03-20 12:00");

        app.Mailbox.Tells(
            ["acknowledgement-reminder"],
            "2026-03-07 08:00 acknowledgement-reminder reclamations",
            "2026-03-11 08:00 acknowledgement-reminder reclamations",
            "2026-03-13 08:00 acknowledgement-reminder reclamations",
            "2026-03-20 08:00 acknowledgement-reminder reclamations");
    }
}
