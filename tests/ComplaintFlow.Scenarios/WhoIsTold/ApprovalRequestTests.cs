using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>approval-request</c> / <c>returned</c>: to the approver / the author, once per submission / return.</summary>
public sealed class ApprovalRequestTests
{
    [Theory, StraightAndRestarted]
    public async Task Approval_ReturnedThenSubmittedAgain_AsksAndReturnsOnceEach(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-03 10:00");
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Non.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.AdvanceToAsync("2026-03-04 10:00");
        await app.ActAsync(reference, "return", Staff.Manager, new { comment = "Expliquez le refus." });
        await app.AdvanceToAsync("2026-03-05 10:00");
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Non, car le contrat l’exclut.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.AdvanceToAsync("2026-03-31 10:00");

        app.Mailbox.Tells(
            ["approval-request", "returned"],
            "2026-03-03 10:00 approval-request reclamations",
            "2026-03-04 10:00 returned conseil2",
            "2026-03-05 10:00 approval-request reclamations");
        app.Mailbox.Only("returned").Says("Expliquez le refus.", "Non.");
        app.Mailbox.Of("approval-request")[1].Says("Non, car le contrat l’exclut.", "Conseil 2");
    }

    [Theory, StraightAndRestarted]
    public async Task Approval_LinkOfAReplacedDraft_CannotApproveTheNewOne(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Non.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        string old = app.Mailbox.Only("approval-request").StaffLink;
        await app.AdvanceToAsync("2026-03-04 10:00");
        await app.ActAsync(reference, "return", Staff.Manager, new { comment = "Expliquez." });
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Non, exclu.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);

        using HttpResponseMessage response = await app.PostFormAsync(old, ("action", "approve"));

        Assert.Equal(System.Net.HttpStatusCode.Conflict, response.StatusCode);
        Assert.Empty(app.Mailbox.Of("answer"));
    }
}
