using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ComplaintFlow.Mutations;
using ComplaintFlow.Scenarios.App;
using CsCheck;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>
/// Mutated mails through the door of one running program: never a 5xx, always an outcome, every byte kept, and the same mail
/// again is a duplicate. <c>MUTATIONS</c> says how many (a tenth of them come here), <c>CsCheck_Seed</c> brings a failing one again.
/// </summary>
public sealed class MutatedMailsTests
{
    private const int Usual = 1_000;
    private static readonly HashSet<string?> Outcomes = ["opened", "attached", "bounce", "parked", "duplicate"];

    [Fact]
    public async Task Mail_Mutated_IsFiledWholeAndKnownAgain()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 12:00", settings: new() { ["ComplaintFlow__Intake__MailsPerHour"] = "1000" });
        await app.ComplainAsync();
        int count = (int.TryParse(Environment.GetEnvironmentVariable("MUTATIONS"), CultureInfo.InvariantCulture, out int wanted) ? wanted : Usual) / 10;
        await MutatedMails.Of(Corpus()).SampleAsync(raw => BringAsync(app, raw), iter: count, threads: 2);

        await app.AdvanceToAsync("2026-03-02 12:30");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        Assert.NotEmpty(await desk.GetAsync("/staff"));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataDirectory, "attachments", "incoming-mail")));
        foreach (string reference in await app.ListAsync(""))
        {
            Assert.All((await app.ReadAsync(reference))["effects"]!.AsArray(), effect => Assert.Contains(effect!.Field("status"), new[] { "sent", "delivered", "failed" }));
        }
    }

    private static async Task BringAsync(TestApp app, byte[] raw)
    {
        JsonNode first = await PostAsync(app, raw);
        string? reference = first.Field("reference");
        Assert.Contains(first.Field("outcome"), Outcomes);
        Assert.NotNull(reference);
        if (first.Field("outcome") is "opened" or "attached" or "parked")
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(raw));
            Assert.Contains(Directory.GetFiles(Path.Combine(app.DataDirectory, "attachments", reference)), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) == hash);
        }

        if (first.Field("outcome") is "opened" or "attached")
        {
            Assert.Contains((await app.ReadAsync(reference))["attachments"]!.AsArray(), file => file!.Field("fileName") == "message-recu.eml");
        }

        JsonNode second = await PostAsync(app, raw);
        Assert.Equal(("duplicate", reference), (second.Field("outcome"), second.Field("reference")));
    }

    private static async Task<JsonNode> PostAsync(TestApp app, byte[] raw)
    {
        using HttpResponseMessage response = await app.PostMailAsync(raw);
        return await response.JsonAsync(HttpStatusCode.Accepted);
    }

    private static byte[][] Corpus() => [.. Directory.GetFiles(CorpusTests.Folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
