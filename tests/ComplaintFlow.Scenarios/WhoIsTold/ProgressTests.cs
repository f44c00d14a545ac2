using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>progress</c>: to the client, for a transfer, a new handler, level 2 taken up.</summary>
public sealed class ProgressTests
{
    [Theory, StraightAndRestarted]
    public async Task Progress_ThreeSteps_IsToldOnceEach(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-03 10:00");
        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.ThirdHandler });
        await app.AdvanceToAsync("2026-03-04 10:00");
        await app.ActAsync(reference, "transfer", Staff.ThirdHandler, new { to = "L’assureur", on = "2026-03-04", reason = "Compétence." });
        await app.AdvanceToAsync("2026-03-05 10:00");
        await app.AnswerAsync(reference, Staff.ThirdHandler);
        await app.ActAsync(reference, "note", Staff.ThirdHandler, new { text = "Client rappelé." });
        await app.AdvanceToAsync("2026-03-06 10:00");
        await app.ActAsync(reference, "escalate", Staff.ThirdHandler);
        await app.AdvanceToAsync("2026-03-20 10:00");

        app.Mailbox.Tells(
            ["progress"],
            "2026-03-03 10:00 progress client1001",
            "2026-03-04 10:00 progress client1001",
            "2026-03-06 10:00 progress client1001");
    }
}
