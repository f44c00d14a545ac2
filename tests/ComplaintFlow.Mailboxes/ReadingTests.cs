using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using MailKit;
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
        Assert.Equal("2026-03-01", complaint.Field("receivedOn"));
        Assert.Equal("email", complaint.Field("channel"));
        Assert.Contains("dégât des eaux", complaint.Field("description"), StringComparison.Ordinal);
        app.Mailbox.Only("acknowledgement", Staff.Client);
        Assert.Empty(await box.SubjectsAsync("INBOX"));
        Assert.Equal(["Sinistre non rembourse"], await box.SubjectsAsync("Traité"));
        IMailFolder done = await box.FolderAsync("Traité");
        Assert.False((await done.FetchAsync(0, -1, MessageSummaryItems.Flags))[0].Flags!.Value.HasFlag(MessageFlags.Seen));
        Assert.Equal("ok", await app.HealthAsync());
    }

    [Fact]
    public async Task Messages_ThatWaited_AreTakenInOldestFirstAtTheStart()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "waiting@courtier.example");
        foreach (int number in (int[])[1, 2, 3])
        {
            await box.PutAsync(Messages.Numbered(number), TestApp.Instant($"2026-03-02 07:0{number}"));
        }

        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "waiting@courtier.example"));
        await app.SettleAsync();

        Assert.Equal(["Affaire 1", "Affaire 2", "Affaire 3"], await app.SubjectsAsync());
        Assert.Equal(["Affaire 1", "Affaire 2", "Affaire 3"], await box.SubjectsAsync("Traité"));
    }

    [Fact]
    public async Task Message_WithAnArrivalInTheFutureOrNone_IsReceivedToday()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "future@courtier.example");
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-09 09:00"));
        await box.PutAsync(Messages.Numbered(2), DateTimeOffset.UnixEpoch);
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "future@courtier.example"));
        await app.SettleAsync();

        IReadOnlyList<string> references = await app.ListAsync("");
        Assert.Equal(2, references.Count);
        Assert.Equal("2026-03-02", (await app.ReadAsync(references[0])).Field("receivedOn"));
        Assert.Equal("2026-03-02", (await app.ReadAsync(references[1])).Field("receivedOn"));
    }

    [Fact]
    public async Task Reply_ThatArrivesInAMailbox_JoinsItsComplaint()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "replies@courtier.example");
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "replies@courtier.example"));
        string reference = await app.ComplainAsync();
        string id = app.Mailbox.Only("acknowledgement").MessageId.Trim('<', '>');
        await box.PutAsync(Mail("Avez-vous reçu mes photos ?", id: "<suite@example.fr>", headers: $"In-Reply-To: <{id}>"), app.Now);
        await app.ReadMailboxesAsync();

        Assert.Equal(reference, Assert.Single(await app.ListAsync("")));
        app.Mailbox.Only("client-message", Staff.OtherHandler).Says("Avez-vous reçu mes photos ?");
    }

    [Fact]
    public async Task AutomaticMessage_IsParked_AndGoesToTraite()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "automatic@courtier.example");
        await box.PutAsync(Mail(subject: "Absence", headers: "Auto-Submitted: auto-replied"), TestApp.Instant("2026-03-02 08:00"));
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "automatic@courtier.example"));
        await app.SettleAsync();

        Assert.Equal("automatic", Assert.Single(await app.ParkedAsync()).Field("reason"));
        Assert.Equal(["Absence"], await box.SubjectsAsync("Traité"));
        Assert.Empty(app.Mailbox);
    }

    [Fact]
    public async Task UnreadableMessage_IsParked_AndGoesToAVerifier()
    {
        dovecot.Deliver("unreadable", [(Encoding.UTF8.GetBytes("Voici une plainte sans aucun en-tête.\r\nElle compte aussi.\r\n"), TestApp.Instant("2026-03-01 08:00"))]);
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "unreadable"));
        await app.SettleAsync();

        JsonNode parked = Assert.Single(await app.ParkedAsync());
        Assert.Equal(("unreadable", "2026-03-01"), (parked.Field("reason"), parked.Field("receivedOn")));
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "unreadable");
        Assert.Empty(await box.SubjectsAsync("INBOX"));
        Assert.Single(await box.SubjectsAsync("À vérifier"));
        Assert.Empty(await box.SubjectsAsync("Traité"));
    }

    [Fact]
    public async Task Message_ThatSomebodyMarkedAsDeleted_IsNotRead()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "deleted@courtier.example");
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        IMailFolder inbox = await box.FolderAsync("INBOX");
        await inbox.OpenAsync(FolderAccess.ReadWrite);
        await inbox.StoreAsync(0, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Deleted));
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "deleted@courtier.example"));
        await app.ReadMailboxesAsync();

        Assert.Empty(await app.ListAsync(""));
        Assert.Empty(await box.SubjectsAsync("Traité"));
    }

    [Fact]
    public async Task Message_ThatComesTwice_IsOneComplaint_AndBothGoToTraite()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "twice@courtier.example");
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:01"));
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: MailboxSettings.Of(dovecot, "twice@courtier.example"));
        await app.SettleAsync();

        Assert.Equal(["Affaire 1"], await app.SubjectsAsync());
        Assert.Equal(["Affaire 1", "Affaire 1"], await box.SubjectsAsync("Traité"));
    }
}
