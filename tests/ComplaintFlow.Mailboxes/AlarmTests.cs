using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes;

/// <summary><c>mailbox-unread</c>: the manager hears of a mailbox that cannot be read, after an hour and then once a day.</summary>
public sealed class AlarmTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    [Theory, StraightAndRestarted]
    public async Task Mailbox_ThatCannotBeRead_IsToldAfterAnHourThenDailyUntilItCan(bool restarts)
    {
        string user = $"alarm-{restarts}".ToLowerInvariant();
        await using ImapProxy proxy = new(dovecot) { Instead = _ => "" };
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, MailboxSettings.Of(proxy.Port, user));
        await app.AdvanceToAsync("2026-03-02 09:30");
        await app.AdvanceToAsync("2026-03-02 09:59");
        Assert.Empty(app.Mailbox);
        foreach (string moment in (string[])["03-02 10:00", "03-02 18:00", "03-03 07:30", "03-03 08:00", "03-03 20:00", "03-04 08:00"])
        {
            await app.AdvanceToAsync($"2026-{moment}");
        }

        app.Mailbox.Tells(
            [],
            "2026-03-02 10:00 mailbox-unread reclamations",
            "2026-03-03 08:00 mailbox-unread reclamations",
            "2026-03-04 08:00 mailbox-unread reclamations");
        TestMail first = app.Mailbox.Of("mailbox-unread")[0].Says("general", user, "lundi 2 mars 2026 à 9 h 00", "coupé la connexion");
        Assert.Equal("Réclamations : la boîte « general » n’est plus lue", Reading.Plain(first.Subject));
        Assert.Null(first.Reference);

        await using Letterbox box = await Letterbox.OpenAsync(dovecot, user);
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 11:00"));
        proxy.Instead = _ => null;
        await app.AdvanceToAsync("2026-03-04 08:30");
        await app.AdvanceToAsync("2026-03-05 09:00");
        Assert.Equal(3, app.Mailbox.Of("mailbox-unread").Count);
        Assert.Equal("2026-03-02", (await app.ReadAsync(Assert.Single(await app.ListAsync("")))).Field("receivedOn"));
        Assert.Equal("ok", await app.HealthAsync());
    }
}
