using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>
/// Promise 6 of the published procedure: at the client's wish the complaint is studied again by the complaints manager, who
/// answers in writing.
/// </summary>
public sealed class StudiedAgainAtLevelTwoTests
{
    [Theory, StraightAndRestarted]
    public async Task Request_OnTheClientsPage_GoesToTheManagerWithADateOfItsOwn(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-31 10:00");

        WebPage page = await app.FillInAsync(app.Mailbox.Only("answer").ClientLink, "escalate", ("reason", "Le montant est trop faible."));

        page.Says("niveau 2", "dimanche 31 mai 2026");
        TestMail request = app.Mailbox.Only("level-2-request", Staff.Manager).Says(
            reference, "Le montant est trop faible.", "Conseil 2", "Nous vous remboursons.", "dimanche 31 mai 2026");
        Assert.Equal(TestApp.Instant("2026-03-31 10:00"), request.At);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("2", complaint.Field("level"));
        Assert.Equal("acknowledged", complaint.Field("status"));
        Assert.Equal(Staff.Manager, complaint.Field("handler"));
        Assert.Equal("2026-05-31", complaint.Field("deadlines.level2By"));
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
        Assert.Equal("2026-05-03", complaint.Field("deadlines.mediatorFrom"));
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_OfLevelTwo_IsWrittenApprovedByTheDirectorAndSentOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.ActAsync(reference, "escalate", Staff.OtherHandler, new { reason = "Lettre du client du 20 mars." });
        await app.AdvanceToAsync("2026-04-10 10:00");

        await app.RefusesAsync(reference, "draft", Staff.Manager, new { text = "Nous confirmons.", channel = "phone" });
        JsonNode complaint = await app.AnswerAsync(reference, Staff.Manager, Staff.Director, "Nous maintenons notre position.");

        app.Mailbox.Only("approval-request", Staff.Director);
        Assert.Equal("answered", complaint.Field("status"));
        Assert.Equal("2", complaint.Field("level"));
        TestMail answer = Assert.Single(app.Mailbox.Of("answer"), mail => mail.At == TestApp.Instant("2026-04-10 10:00"));
        answer.Says("Nous maintenons notre position.", "La Médiation de l’Assurance").DoesNotSay("Si cette réponse ne vous satisfait pas, vous pouvez demander");
        await app.AdvanceToAsync("2026-06-05 12:00");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
    }

    [Theory, StraightAndRestarted]
    public async Task Miss_LevelTwoUnanswered_IsToldTheDayAfterItsOwnDate(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-31 10:00");
        await app.ActAsync(reference, "escalate", Staff.OtherHandler);

        await app.AdvanceToAsync("2026-05-31 23:59:59");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        await app.AdvanceToAsync("2026-06-01 00:00");

        app.Mailbox.Only("deadline-missed", Staff.Manager).Says("dimanche 31 mai 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task Request_AfterTheManagersOwnAnswer_GoesToTheDirector(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.Manager });
        await app.AnswerAsync(reference, Staff.Manager, Staff.Director);
        await app.AdvanceToAsync("2026-03-31 10:00");

        JsonNode complaint = await app.ActAsync(reference, "escalate", Staff.Manager);

        Assert.Equal(Staff.Director, complaint.Field("handler"));
        app.Mailbox.Only("level-2-request", Staff.Director);
        await app.RefusesAsync(reference, "assign", Staff.Manager, new { to = Staff.Manager });
    }

    [Theory, StraightAndRestarted]
    public async Task Request_BeforeAnAnswer_IsRefusedUntilTheTimeToAnswerHasPassed(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        string page = app.Mailbox.Only("acknowledgement").ClientLink;
        await app.AdvanceToAsync("2026-05-02 23:59");
        await app.RefusesAsync(reference, "escalate", Staff.OtherHandler);
        Assert.DoesNotContain("escalate", (await app.LookAtAsync(page)).Acts);
        using HttpResponseMessage refused = await app.PostFormAsync(page, ("action", "escalate"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        await app.AdvanceToAsync("2026-05-03 00:00");
        await app.FillInAsync(page, "escalate");

        Assert.Equal("2", (await app.ReadAsync(reference)).Field("level"));
    }
}
