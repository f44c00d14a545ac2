using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary>
/// <c>invitation-to-write</c>, <c>dated-copy</c>: to a client with an address, at once, for an oral complaint; once it is in
/// writing.
/// </summary>
public sealed class InvitationToWriteTests
{
    [Theory, StraightAndRestarted]
    public async Task OralComplaint_ThenWritten_BringsOneInvitationThenOneCopy(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("phone");
        await app.AdvanceToAsync("2026-03-11 10:00");
        await app.ActAsync(reference, "correct", Staff.OtherHandler, new { writtenOn = "2026-03-11" });
        await app.AdvanceToAsync("2026-03-31 10:00");

        app.Mailbox.Tells(
            ["invitation-to-write", "dated-copy"],
            "2026-03-02 09:00 invitation-to-write client1001",
            "2026-03-11 10:00 dated-copy client1001");
    }

    [Theory, StraightAndRestarted]
    public async Task OralComplaint_ClientWithoutAnAddress_BringsNeither(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("counter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-11 10:00");
        await app.ActAsync(reference, "correct", Staff.DefaultHandler, new { writtenOn = "2026-03-11" });

        app.Mailbox.Tells(["acknowledgement", "invitation-to-write", "dated-copy"]);
    }
}
