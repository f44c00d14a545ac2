using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>Every difficult mail through the door of one running program: never a 5xx, filed as its pinned reading says.</summary>
public sealed class CorpusTests
{
    internal static readonly string Folder = Path.Combine(Repository(), "tests", "ComplaintFlow.Mail.Tests", "Incoming", "Corpus");

    /// <summary>What the readings do not tell.</summary>
    private static readonly HashSet<string> WithoutSender = ["senders/no-sender-at-all"];

    [Fact]
    public async Task EveryMail_OfTheCorpus_IsFiledAsExpected()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 12:00", settings: new() { ["ComplaintFlow__Intake__MailsPerHour"] = "1000" });
        string[] paths = [.. System.IO.Directory.GetFiles(Folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.True(paths.Length >= 60);
        List<string> wrong = [];
        foreach (string path in paths)
        {
            string name = Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/');
            byte[] raw = await File.ReadAllBytesAsync(path);
            JsonNode reading = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(path, ".json")))!;
            string expected = reading["automatic"] is not null || reading["unreadable"] is not null || WithoutSender.Contains(name) ? "parked" : "opened";
            using HttpResponseMessage first = await app.PostMailAsync(raw);
            string outcome = first.StatusCode == HttpStatusCode.Accepted ? (await first.JsonAsync(HttpStatusCode.Accepted)).Field("outcome")! : $"{(int)first.StatusCode}";
            using HttpResponseMessage second = await app.PostMailAsync(raw);
            string again = second.StatusCode == HttpStatusCode.Accepted ? (await second.JsonAsync(HttpStatusCode.Accepted)).Field("outcome")! : $"{(int)second.StatusCode}";
            if (outcome != expected || again != "duplicate")
            {
                wrong.Add($"{name}: {outcome}, {again} instead of {expected}");
            }
        }

        Assert.Empty(wrong);
        await app.AdvanceToAsync("2026-03-02 12:30");
        Assert.All(app.Mailbox, mail => Assert.Contains(mail.Kind, new[] { "acknowledgement", "assignment" }));
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ComplaintFlow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found.");
        }

        return folder;
    }
}
