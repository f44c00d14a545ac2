using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using MimeKit;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>Mail programs show a conversation together: each mail names those that it follows.</summary>
public sealed class ThreadTests
{
    /// <summary>As written: programs compare ids to the letter, and Exchange writes its domains in capitals.</summary>
    private const string First = "PR3P19@PR3P19.EURP192.PROD.Example.COM";

    [Theory, StraightAndRestarted]
    public async Task Mails_ToTheClient_FollowTheClientsOwnAndOurEarlierOnes(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.TakeMailAsync(Mail(id: $"<{First}>"), "opened");
        MimeMessage acknowledgement = app.MimeOf(app.Mailbox.Only("acknowledgement"));
        Assert.Equal(First, acknowledgement.InReplyTo);
        Assert.Equal([First], acknowledgement.References);

        await app.AdvanceToAsync("2026-03-03 10:00");
        string second = Mail("Une précision.", id: "<deux@example.fr>", date: "Tue, 3 Mar 2026 09:55:00 +0100", headers: [$"In-Reply-To: <{acknowledgement.MessageId}>"]);
        Assert.Equal(reference, await app.TakeMailAsync(second, "attached"));
        await app.AdvanceToAsync("2026-03-04 10:00");
        await app.AnswerAsync(reference);
        MimeMessage answer = app.MimeOf(app.Mailbox.Only("answer"));
        Assert.Equal("deux@example.fr", answer.InReplyTo);
        Assert.Equal([First, acknowledgement.MessageId!, "deux@example.fr"], answer.References);
    }

    [Fact]
    public async Task Mails_ToAPersonOfTheFirm_FollowThoseToThatPersonAlone()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.TakeMailAsync(Mail(), "opened");
        MimeMessage assignment = app.MimeOf(app.Mailbox.Only("assignment"));
        Assert.Null(assignment.InReplyTo);
        Assert.Empty(assignment.References);
        await app.TakeMailAsync(Mail("Encore moi.", $"Re: {reference}", id: "<encore@example.fr>"), "attached");
        MimeMessage told = app.MimeOf(app.Mailbox.Only("client-message"));
        Assert.Equal([assignment.MessageId!], told.References);
        Assert.Equal(assignment.MessageId, told.InReplyTo);
    }

    [Fact]
    public async Task Mail_ThatCameBack_IsFollowedByNone()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.TakeMailAsync(Mail(id: "<un@example.fr>"), "opened");
        await app.TakeMailAsync(Bounce(app.Mailbox.Only("acknowledgement").MessageId, Staff.Client), "bounce");
        await app.AdvanceToAsync("2026-03-03 10:00");
        await app.AnswerAsync(reference);
        Assert.Equal(["un@example.fr"], app.MimeOf(app.Mailbox.Only("answer")).References);
    }

    [Theory]
    [InlineData("<sans-arobase>")]
    [InlineData("<é@example.fr>")]
    [InlineData("<a b@example.fr>")]
    [InlineData(null)]
    public async Task Id_ThatNoHeaderMayCarry_IsNotNamed(string? id)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.TakeMailAsync(Mail(id: id), "opened");
        MimeMessage acknowledgement = app.MimeOf(app.Mailbox.Only("acknowledgement"));
        Assert.Null(acknowledgement.InReplyTo);
        Assert.Empty(acknowledgement.References);
    }

    [Theory]
    [InlineData("0F-Given.7@SERVICE.example.net")]
    [InlineData("{0}@SERVICE.example.net")]
    public async Task IdGivenByTheMailService_IsNamedByLaterMailsAndFindsTheComplaint(string form)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.SettleAsync();
        string effect = Acknowledgement(await app.ReadAsync(reference));
        string given = form.Replace("{0}", effect, StringComparison.Ordinal);
        await app.ReportAsync(effect, $"<{given}>");
        string reply = Mail("Suite.", "Re: accusé", id: "<suite@example.fr>", headers: [$"References: <{given}>"]);
        Assert.Equal(reference, await app.TakeMailAsync(reply, "attached"));
        await app.AdvanceToAsync("2026-03-03 10:00");
        await app.AnswerAsync(reference);
        Assert.Equal([given, "suite@example.fr"], app.MimeOf(app.Mailbox.Only("answer")).References);
        Assert.Equal(reference, await app.TakeMailAsync(Bounce(given.ToLowerInvariant().Replace("0f-given", "0F-Given", StringComparison.Ordinal), Staff.Client), "bounce"));
        string forged = Mail("Et moi ?", "Re: accusé", "autre@example.fr", "<autre@example.fr>", headers: [$"References: <{given}>"]);
        Assert.NotEqual(reference, await app.TakeMailAsync(forged, "opened"));
    }

    private static string Acknowledgement(JsonNode complaint) =>
        complaint["effects"]!.AsArray().Single(effect => effect!.Field("kind") == "acknowledgement")!.Field("id")!;
}
