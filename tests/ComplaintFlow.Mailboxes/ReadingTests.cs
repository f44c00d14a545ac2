using System.Text.Json.Nodes;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Mailboxes;

/// <summary>What arrives in a mailbox becomes a complaint, once, and goes to the folder of what was taken in.</summary>
public sealed class ReadingTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    [Theory, StraightAndRestarted]
    public async Task Message_InTheInbox_OpensAComplaintOfTheDayItArrivedAndGoesToTraite(bool restarts)
    {
        string user = restarts ? "restarted@courtier.example" : "straight@courtier.example";
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, user);
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, MailboxSettings.Of(dovecot, user));
        await box.PutAsync(Mail(date: "Sun, 1 Mar 2026 21:00:00 +0100"), TestApp.Instant("2026-03-01 21:05"));

        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();

        JsonNode complaint = await app.ReadAsync(Assert.Single(await app.ListAsync("")));
        Assert.Equal("2026-03-01", (string)complaint["receivedOn"]!);
        Assert.Equal("email", (string)complaint["channel"]!);
        Assert.Contains("dégât des eaux", (string)complaint["description"]!, StringComparison.Ordinal);
        app.Mailbox.Only("acknowledgement", Staff.Client);
        Assert.Empty(await box.SubjectsAsync("INBOX"));
        Assert.Equal(["Sinistre non rembourse"], await box.SubjectsAsync("Traité"));
    }
}
