using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>Promise 5 of the published procedure: the answer goes by e-mail, letter or telephone, and says how to go to level 2.</summary>
public sealed class LevelOneAnswerTests
{
    /// <summary>Both spellings of the complaints mailbox, and the postal address.</summary>
    private static readonly string[] WayToLevelTwo =
        ["réclamation@madamecourtage.fr", "reclamation@madamecourtage.fr", "12 rue des Tilleuls, 69003 LYON", "étudiée de nouveau par le responsable du traitement des réclamations"];

    [Theory, StraightAndRestarted]
    public async Task Answer_ByEmail_LeavesAtApprovalAndSaysHowToGoToLevelTwo(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-20 11:00");

        JsonNode complaint = await app.AnswerAsync(reference, text: "Nous vous remboursons 240 €.");

        TestMail answer = app.Mailbox.Only("answer", Staff.Client).Says(["Nous vous remboursons 240 €.", .. WayToLevelTwo]);
        Assert.Equal(TestApp.Instant("2026-03-20 11:00"), answer.At);
        Assert.Equal("answered", complaint.Field("status"));
        Assert.Equal("1", complaint.Field("level"));
        (await app.LookAtAsync(answer.ClientLink)).Says(["Nous vous remboursons 240 €.", .. WayToLevelTwo]);
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_ByLetter_IsAPrintablePageAndCountsFromTheDayItLeft(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        string link = app.Mailbox.Only("assignment").StaffLink;
        await app.AdvanceToAsync("2026-03-20 11:00");

        JsonNode approved = await app.PrepareLetterAsync(reference, text: "Nous vous remboursons 240 €.");
        Assert.Equal("awaiting-approval", approved.Field("status"));
        (await app.LookAtAsync($"{link}?letter=answer")).Says(
            ["Paul Durand", "2 rue du Port", "44000 Nantes", reference, "Nous vous remboursons 240 €.", .. WayToLevelTwo]);

        await app.AdvanceToAsync("2026-03-23 09:30");
        JsonNode complaint = await app.ActAsync(reference, "record-sent", Staff.DefaultHandler, new { on = "2026-03-21" });

        Assert.Equal("answered", complaint.Field("status"));
        Assert.Equal("2026-03-21", complaint.Field("answeredOn"));
        Assert.Empty(app.Mailbox.Of("answer"));
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_ByTelephone_IsFollowedByItsWrittenConfirmation(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-20 11:00");

        JsonNode called = await app.ActAsync(reference, "record-call", Staff.OtherHandler, new { summary = "Remboursement de 240 € annoncé à Mme Martin." });
        Assert.Equal("acknowledged", called.Field("status"));
        Assert.Equal("email", called.Field("draft.channel"));
        Assert.Empty(app.Mailbox.Of("answer"));

        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        JsonNode complaint = await app.ActAsync(reference, "approve", Staff.Manager);

        Assert.Equal("answered", complaint.Field("status"));
        app.Mailbox.Only("answer", Staff.Client).Says(["Remboursement de 240 € annoncé à Mme Martin.", .. WayToLevelTwo]);
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_ApprovedForTheTelephone_IsConfirmedAsSoonAsTheCallIsRecorded(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Nous vous remboursons 240 €.", channel = "phone" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.ActAsync(reference, "approve", Staff.Manager);
        await app.AdvanceToAsync("2026-03-21 11:00");
        Assert.Empty(app.Mailbox.Of("answer"));

        JsonNode complaint = await app.ActAsync(reference, "record-call", Staff.OtherHandler, new { summary = "Mme Martin prend note." });

        Assert.Equal("answered", complaint.Field("status"));
        TestMail answer = app.Mailbox.Only("answer", Staff.Client).Says(["Nous vous remboursons 240 €.", .. WayToLevelTwo]);
        Assert.Equal(TestApp.Instant("2026-03-21 11:00"), answer.At);
    }
}
