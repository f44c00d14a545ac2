using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>deadline-missed</c>: to the manager only, once per missed deadline, at the first instant of the day after.</summary>
public sealed class DeadlineMissedTests
{
    [Theory, StraightAndRestarted]
    public async Task Misses_OfBothDeadlines_AreToldOnceEach(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-05-01 00:00");
        await app.AdvanceToAsync("2026-06-30 00:00");

        app.Mailbox.Tells(
            ["deadline-missed"],
            "2026-03-14 00:00 deadline-missed reclamations",
            "2026-05-03 00:00 deadline-missed reclamations");
    }

    [Theory, StraightAndRestarted]
    public async Task Miss_AfterTheClocksWentForward_StillFallsAtMidnightInParis(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-17 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-28 12:00");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));

        await app.AdvanceToAsync("2026-03-29 12:00");

        // 28 March is the last day; in the night after it the clocks change at two.
        Assert.Equal(TestApp.Instant("2026-03-29 00:00"), app.Mailbox.Only("deadline-missed").At);
    }
}
