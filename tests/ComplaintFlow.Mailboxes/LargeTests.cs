using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using MailKit;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Mailboxes;

/// <summary>Many messages, and large ones.</summary>
public sealed class LargeTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task TenThousandMessages_AreReadInPieces_TheOldestFirst()
    {
        const int All = 10_000;
        const int Batch = 20;
        DateTimeOffset first = TestApp.Instant("2026-02-01 00:00");

        dovecot.Deliver("many", Enumerable.Range(1, All).Select(number => (Encoding.UTF8.GetBytes(Messages.Numbered(number)), first.AddMinutes(number))));
        await using TestApp app = await TestApp.StartAsync(
            settings: MailboxSettings.Of(dovecot, "many"),
            configure: builder => builder.Services.AddSingleton(new MailboxLimits { Batch = Batch }));
        await app.SettleAsync();
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "many");
        Assert.Equal(Enumerable.Range(1, Batch).Select(number => $"Affaire {number}").Order(StringComparer.Ordinal), await app.SubjectsAsync());

        await app.ReadMailboxesAsync();
        Assert.Equal(Enumerable.Range(1, 2 * Batch).Select(number => $"Affaire {number}"), await box.SubjectsAsync("Traité"));
        IMailFolder inbox = await box.FolderAsync("INBOX");
        await inbox.OpenAsync(FolderAccess.ReadOnly);
        Assert.Equal(All - (2 * Batch), inbox.Count);
    }

    [Fact]
    public async Task MessageOfFortyMegabytes_IsTakenIn_AndALargerOneIsParkedWithItsBeginning()
    {
        dovecot.Deliver(
            "large",
            [
                (Messages.OfSize(1, 40 * Megabyte), TestApp.Instant("2026-03-02 08:00")),
                (Messages.OfSize(2, (40 * Megabyte) + 1), TestApp.Instant("2026-03-02 08:01")),
                (Encoding.UTF8.GetBytes(Messages.Numbered(3)), TestApp.Instant("2026-03-02 08:02")),
            ]);
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(dovecot, "large"));
        await app.ReadMailboxesAsync();

        Assert.Equal(["Affaire 1", "Affaire 3"], await app.SubjectsAsync());
        JsonNode parked = Assert.Single(await app.ParkedAsync());
        Assert.Equal(("too-large", "40 Mo", "Affaire 2"), (parked.Field("reason"), parked.Field("evidence"), parked.Field("subject")));
        Assert.Contains("À vérifier", parked.Field("note"), StringComparison.Ordinal);
        JsonNode file = Assert.Single(parked["attachments"]!.AsArray())!;
        Assert.Equal("debut-du-message.eml", file.Field("fileName"));
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "large");
        Assert.Equal(["Affaire 2"], await box.SubjectsAsync("À vérifier"));
        Assert.Equal(["Affaire 1", "Affaire 3"], await box.SubjectsAsync("Traité"));
    }
}
