using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary><c>POST /api/intake/email</c>: a mail opens a complaint, once.</summary>
public sealed class EmailIntakeTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Mail_OfAClient_OpensAComplaintWithItsDatesAndTheUsualContact()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.TakeMailAsync(Mail(date: "Sat, 28 Feb 2026 20:00:00 +0100"), "opened");

        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("email", complaint.Field("channel"));
        Assert.Equal("2026-02-28", complaint.Field("sentOn"));
        Assert.Equal("2026-03-02", complaint.Field("receivedOn"));
        Assert.Equal("2026-02-28", complaint.Field("writtenOn"));
        Assert.Equal("Jeanne Martin", (string)complaint["complainant"]!["name"]!);
        Assert.Equal(Staff.Client, (string)complaint["complainant"]!["email"]!);
        Assert.Equal("Sinistre non rembourse", complaint.Field("subject"));
        Assert.Contains("dégât des eaux", complaint.Field("description"), StringComparison.Ordinal);
        Assert.Equal(Staff.OtherHandler, complaint.Field("handler"));
        Assert.Equal("message-recu.eml", (string)Assert.Single(complaint["attachments"]!.AsArray())!["fileName"]!);
        app.Mailbox.Only("acknowledgement", Staff.Client, reference);
        app.Mailbox.Only("assignment", Staff.OtherHandler, reference);
    }

    [Theory, StraightAndRestarted]
    public async Task Mail_ThatComesAgain_IsADuplicateEvenMonthsLater(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.TakeMailAsync(Mail(), "opened");
        Assert.Equal(reference, await app.TakeMailAsync(Mail(), "duplicate"));
        await app.AdvanceToAsync("2026-04-20 09:00");
        Assert.Equal(reference, await app.TakeMailAsync(Mail(), "duplicate"));
        app.Mailbox.Only("acknowledgement");
    }

    [Fact]
    public async Task Mail_UnderAUsedMessageIdWithOtherWords_IsAMailOfItsOwn()
    {
        string first = await shared.App.TakeMailAsync(Mail(id: "<same@example.fr>"), "opened");
        string other = await shared.App.TakeMailAsync(Mail("Une autre affaire.", id: "<same@example.fr>"), "opened");
        Assert.NotEqual(first, other);
        Assert.Equal(other, await shared.App.TakeMailAsync(Mail("Une autre affaire.", id: "<same@example.fr>"), "duplicate"));
        Assert.Equal(first, await shared.App.TakeMailAsync(Mail(id: "<same@example.fr>"), "duplicate"));
    }

    /// <summary>One mail to two of the firm's addresses comes twice, with what the servers on each way have added.</summary>
    [Fact]
    public async Task Mail_ThatReachedTwoMailboxes_IsOneComplaint()
    {
        string mail = Mail("À deux adresses.", id: "<both@example.fr>");
        string reference = await shared.App.TakeMailAsync("Received: from a.example by b.example; Mon, 2 Mar 2026 07:59:00 +0000\r\nDelivered-To: contact@courtier.example\r\n" + mail, "opened");
        Assert.Equal(reference, await shared.App.TakeMailAsync("Received: from c.example by d.example; Mon, 2 Mar 2026 07:59:30 +0000\r\nDelivered-To: reclamation@courtier.example\r\n" + mail, "duplicate"));
    }

    [Fact]
    public async Task Mail_WithoutMessageId_IsKnownAgainByItsContent()
    {
        string raw = Mail("Sans identifiant.", id: null);
        string reference = await shared.App.TakeMailAsync(raw, "opened");
        Assert.Equal(reference, await shared.App.TakeMailAsync(raw, "duplicate"));
    }

    [Fact]
    public async Task Mail_TwiceAtOnce_OpensOneComplaint()
    {
        byte[] raw = Encoding.UTF8.GetBytes(Mail("Deux fois en même temps.", id: "<twice@example.fr>"));
        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shared.App.PostMailAsync(raw)));
        List<string> references = [];
        foreach (HttpResponseMessage response in responses)
        {
            references.Add((await response.JsonAsync(HttpStatusCode.Accepted)).Field("reference")!);
            response.Dispose();
        }

        Assert.Single(references.Distinct());
        shared.App.Mailbox.Only("acknowledgement", reference: references[0]);
    }

    [Fact]
    public async Task Mail_InEnglish_IsAnsweredInEnglish()
    {
        string reference = await shared.App.TakeMailAsync(
            Mail("Dear Sir,\nI have not been paid for the damage and you have not answered my letter. Please pay what is due to me.", "My claim", id: "<english@example.fr>"), "opened");
        Assert.Equal("en", (await shared.App.ReadAsync(reference)).Field("language"));
    }

    [Fact]
    public async Task Mail_WithAProgram_LeavesItInTheWholeMailAndSaysSo()
    {
        string raw = Mail("ignored", id: "<program@example.fr>").Split("MIME-Version", StringSplitOptions.None)[0] + string.Join(
            "\r\n",
            "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "",
            "--x", "Content-Type: text/plain; charset=utf-8", "", "Voici les preuves.", "",
            "--x", "Content-Type: text/plain; name=preuve.txt", "Content-Disposition: attachment; filename=preuve.txt", "", "tout est là", "",
            "--x", "Content-Type: application/octet-stream; name=outil.exe", "Content-Disposition: attachment; filename=outil.exe", "", "MZ", "",
            "--x--", "");
        JsonNode complaint = await shared.App.ReadAsync(await shared.App.TakeMailAsync(raw, "opened"));
        Assert.Equal(["message-recu.eml", "preuve.txt"], complaint["attachments"]!.AsArray().Select(file => (string)file!["fileName"]!).Order());
        Assert.Contains("outil.exe", complaint["journal"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_WithoutKeyScopeOrType_IsClosed()
    {
        byte[] raw = Encoding.UTF8.GetBytes(Mail());
        using HttpResponseMessage noKey = await shared.App.PostMailAsync(raw, null);
        Assert.Equal(HttpStatusCode.Unauthorized, noKey.StatusCode);
        using HttpResponseMessage wrongType = await shared.App.PostMailAsync(raw, type: "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongType.StatusCode);
        Assert.Equal("application/problem+json", wrongType.Content.Headers.ContentType?.MediaType);
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Keys__reader"] = "only-reads-0123456789", ["ComplaintFlow__KeyScopes__reader"] = "read" });
        using HttpResponseMessage noScope = await app.PostMailAsync(raw, "only-reads-0123456789");
        Assert.Equal(HttpStatusCode.Forbidden, noScope.StatusCode);
    }

    [Fact]
    public async Task Mail_OfFortyMegabytes_IsTaken_AndALargerOneIsNot()
    {
        byte[] large = new byte[40 * 1024 * 1024];
        Array.Fill(large, (byte)'\n');
        Encoding.UTF8.GetBytes(Mail("Un très long message.", id: "<large@example.fr>")).CopyTo(large, 0);
        using HttpResponseMessage taken = await shared.App.PostMailAsync(large);
        Assert.Equal("opened", (await taken.JsonAsync(HttpStatusCode.Accepted)).Field("outcome"));
        using HttpResponseMessage refused = await shared.App.PostMailAsync([.. large, (byte)'\n']);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }
}
