using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>answer</c>: to the client, once per released answer.</summary>
public sealed class AnswerTests
{
    [Theory, StraightAndRestarted]
    public async Task Answer_ApprovedTwice_LeavesOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 10:00");
        await app.AnswerAsync(reference);
        await app.ActAsync(reference, "approve", Staff.Manager);
        await app.AdvanceToAsync("2026-03-31 10:00");

        app.Mailbox.Tells(["answer"], "2026-03-10 10:00 answer client1001");
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_ByLetter_LeavesNoMail(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("email", Letters.WithPostalAddress);
        await app.PrepareLetterAsync(reference, Staff.OtherHandler);
        await app.ActAsync(reference, "record-sent", Staff.OtherHandler, new { on = "2026-03-02" });
        await app.AdvanceToAsync("2026-03-31 10:00");

        app.Mailbox.Tells(["answer"]);
    }
}
