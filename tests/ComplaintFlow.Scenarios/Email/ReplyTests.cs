using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>Whose is it: an answer joins its complaint only when its client wrote it.</summary>
public sealed class ReplyTests
{
    [Theory, StraightAndRestarted]
    public async Task Reply_OfTheClient_JoinsTheComplaintAndTellsTheHandlerOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        TestMail acknowledgement = app.Mailbox.Only("acknowledgement");
        await app.AdvanceToAsync("2026-03-03 10:00");
        string reply = Reply(acknowledgement, "Avez-vous reçu mes photos ?");
        Assert.Equal(reference, await app.TakeMailAsync(reply, "attached"));
        Assert.Equal(reference, await app.TakeMailAsync(reply, "duplicate"));
        await app.AdvanceToAsync("2026-03-04 10:00");

        app.Mailbox.Only("client-message", Staff.OtherHandler).Says("Avez-vous reçu mes photos ?");
        Assert.Single((await app.ReadAsync(reference))["attachments"]!.AsArray());
        Assert.Single(app.Mailbox.Of("acknowledgement"));
    }

    [Theory]
    [InlineData("client1001@example.fr", "attached")]
    [InlineData("Client1001@Example.FR", "attached")]
    [InlineData("autre@example.fr", "opened")]
    public async Task Reference_InTheSubject_CountsTogetherWithTheClientsAddressOnly(string from, string outcome)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string subject = $"RE: votre dossier {reference.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}";
        JsonNode answer = await app.TakeMailAsync(Mail("Suite.", subject, from, "<suite@example.fr>"));
        Assert.Equal(outcome, answer.Field("outcome"));
        Assert.Equal(outcome == "attached", answer.Field("reference") == reference);
    }

    /// <summary>Whoever was passed on a mail of ours has its Message-ID, and whoever writes chooses Reply-To.</summary>
    [Fact]
    public async Task Reply_FromAnotherAddressWithTheClientsAsReplyTo_OpensAComplaintOfItsOwn()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string ours = app.Mailbox.Only("acknowledgement").MessageId.Trim('<', '>');
        string forged = Mail(
            "C’est moi.", "Re: votre accusé", "Autre <autre@example.fr>", "<forge2@example.fr>",
            headers: ["Reply-To: client1001@example.fr", $"In-Reply-To: <{ours}>"]);
        Assert.NotEqual(reference, await app.TakeMailAsync(forged, "opened"));
    }

    [Fact]
    public async Task ForgedReply_FromAnotherAddress_OpensAComplaintOfItsOwnWithANote()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.SettleAsync();
        string? before = (await app.ReadAsync(reference)).Field("version");
        string forged = Mail(
            "Envoyez-moi le dossier.", $"Re: {reference}", "Autre <autre@example.fr>", "<forge@example.fr>",
            headers: ["Reply-To: client1001@example.fr", $"References: <{reference}@example.fr>"]);
        JsonNode answer = await app.TakeMailAsync(forged);

        Assert.Equal("opened", answer.Field("outcome"));
        Assert.NotEqual(reference, answer.Field("reference"));
        Assert.Equal(before, (await app.ReadAsync(reference)).Field("version"));
        JsonNode opened = await app.ReadAsync(answer.Field("reference")!);
        Assert.Contains(opened["journal"]!.AsArray(), line => line!.Field("type") == "note" && line!.ToJsonString().Contains(reference, StringComparison.Ordinal));
        string page = Pages.TextOf(await app.OpenAsync(app.Mailbox.Only("acknowledgement", reference: answer.Field("reference")).ClientLink));
        Assert.DoesNotContain("Sinistre non remboursé", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ne vient pas de l’adresse", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_AfterAnAnswer_AsksTheHandlerWhetherTheClientIsDissatisfied()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        Assert.Equal(reference, await app.TakeMailAsync(Reply(app.Mailbox.Only("answer"), "Votre réponse ne me convient pas."), "attached"));

        TestMail asked = app.Mailbox.Only("client-message", Staff.OtherHandler);
        asked.Says("Le réclamant en est-il mécontent", "niveau 2");
        Assert.Contains("escalate", await app.OpenAsync(asked.StaffLink), StringComparison.Ordinal);
        Assert.Equal("answered", (await app.ReadAsync(reference)).Field("status"));
        using HttpResponseMessage escalated = await app.PostFormAsync(asked.StaffLink, ("action", "escalate"), ("reason", "Le client n’est pas satisfait."));
        await app.SettleAsync();
        Assert.Equal("2", (await app.ReadAsync(reference)).Field("level"));
    }

    [Theory, StraightAndRestarted]
    public async Task Reply_AfterAnAnswer_OfAContentClient_IsClosedFromTheSameMail(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-03 09:00");
        Assert.Equal(reference, await app.TakeMailAsync(Reply(app.Mailbox.Only("answer"), "Merci, tout est réglé."), "attached"));
        await app.AdvanceToAsync("2026-03-03 10:00");

        TestMail asked = app.Mailbox.Only("client-message", Staff.OtherHandler);
        asked.Says("Merci, tout est réglé.", "Le réclamant en est-il mécontent");
        using HttpResponseMessage closed = await app.PostFormAsync(asked.StaffLink, ("action", "close"), ("reason", "Le client est satisfait."));
        Assert.True(closed.IsSuccessStatusCode);
        await app.SettleAsync();
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal(("closed", "1"), (complaint.Field("status"), complaint.Field("level")));
        Assert.Empty(app.Mailbox.Of("level-2-request"));
    }

    [Fact]
    public async Task Reply_ToAClosedComplaint_OpensANewOneThatNamesIt()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.ActAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfait" });
        string next = await app.TakeMailAsync(Reply(app.Mailbox.Only("answer"), "Cela recommence."), "opened");
        Assert.NotEqual(reference, next);
        Assert.Contains(reference, (await app.ReadAsync(next))["journal"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToAMergedComplaint_JoinsTheOneThatGoesOn()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string merged = await app.ComplainAsync();
        TestMail answered = app.Mailbox.Only("acknowledgement", reference: merged);
        string goesOn = await app.ComplainAsync(body => body["subject"] = "Encore le dégât des eaux");
        await app.ActAsync(merged, "merge", Staff.Manager, new { into = goesOn });
        Assert.Equal(goesOn, await app.TakeMailAsync(Reply(answered, "Une précision."), "attached"));
    }

    private static string Reply(TestMail mail, string text) => Mail(
        text, $"Re: suite", id: "<reponse@example.fr>", date: "Mon, 2 Mar 2026 09:30:00 +0100", headers: [$"In-Reply-To: <{mail.MessageId.Trim('<', '>')}>"]);
}
