using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Walkthrough;

/// <summary>The backup that docs/settings.md describes: made with one command while complaints come in, it goes on elsewhere.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Clock = "--LocalHost__Clock__Start=2026-03-02T09:00:00+01:00";
    private const string NoLimit = "--ComplaintFlow__RateLimit=0";
    private const string KeySetting = "--ComplaintFlow__Keys__backup";
    private const string Key = "backup-key-with-all-scopes-0123456789";
    private readonly string _backup = Path.Combine(Directory.CreateTempSubdirectory("complaintflow-backup-").FullName, "copy");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_backup)!, recursive: true);

    [Fact]
    public async Task Backup_MadeUnderLoad_GoesOnElsewhereWithEveryComplaintWhole()
    {
        Assert.Contains("./run.sh backup ", Repository.Read("docs/settings.md"), StringComparison.Ordinal);
        List<string> before = [];
        List<string> during = [];
        HashSet<string> sentBefore;
        await using (RunningProgram program = await RunningProgram.StartAsync(Clock, NoLimit))
        {
            using HttpClient http = new() { BaseAddress = new Uri(program.Address) };
            for (int number = 0; number < 10; number++)
            {
                before.Add(await ComplainAsync(http, number));
            }

            await AdvanceAsync(http, "2026-03-02T09:05:00+01:00");
            sentBefore = [.. await MessagesAsync(http, "acknowledgement")];
            Task<(int ExitCode, string Printed)> backup = BackUpAsync(program.Folder);
            for (int number = 100; !backup.IsCompleted; number++)
            {
                during.Add(await ComplainAsync(http, number));
            }

            (int exitCode, string printed) = await backup;
            Assert.True(exitCode == 0, printed);
            Assert.Contains(_backup, printed, StringComparison.Ordinal);

            (int again, string refusal) = await BackUpAsync(program.Folder);
            Assert.Equal(2, again);
            Assert.Contains("existe déjà", refusal, StringComparison.Ordinal);
        }

        Assert.Equal(10, sentBefore.Count);
        Assert.NotEmpty(during);
        Assert.Empty(Directory.GetFiles(_backup, "engine.*"));
        await using RunningProgram restored = await RunningProgram.StartInAsync(_backup, Clock, NoLimit, $"{KeySetting}={Key}", "--ComplaintFlow__KeyScopes__backup=read");
        await JudgeAsync(restored, before, during, sentBefore);
    }

    private static async Task JudgeAsync(RunningProgram restored, List<string> before, List<string> during, HashSet<string> sentBefore)
    {
        using HttpClient http = new() { BaseAddress = new Uri(restored.Address) };
        http.DefaultRequestHeaders.Add("x-functions-key", Key);
        await AdvanceAsync(http, "2026-05-03T00:00:00+02:00");
        int whole = 0;
        foreach (string reference in before.Concat(during))
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri($"/api/complaints/{reference}", UriKind.Relative));
            if (!response.IsSuccessStatusCode)
            {
                // Entered after the copy was made.
                Assert.Contains(reference, during);
                continue;
            }

            JsonNode complaint = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
            Assert.All(complaint["effects"]!.AsArray(), effect => Assert.Equal("sent", (string)effect!["status"]!));
            string id = (string)Assert.Single(complaint["attachments"]!.AsArray())!["id"]!;
            Assert.Equal("abc", await http.GetStringAsync(new Uri($"/api/complaints/{reference}/attachments/{id}", UriKind.Relative)));
            whole++;
        }

        Assert.True(whole >= before.Count);
        string[] acknowledgements = await MessagesAsync(http, "acknowledgement");
        Assert.Equal(acknowledgements.Length, acknowledgements.Distinct().Count());
        Assert.Superset(sentBefore, acknowledgements.ToHashSet());
        foreach (string kind in new[] { "deadline-missed", "mediator-information" })
        {
            Assert.Equal(whole, (await MailsAsync(http, kind)).Select(mail => (string)mail!["reference"]!).Distinct().Count());
            Assert.Equal(whole, (await MailsAsync(http, kind)).Count);
        }
    }

    private static async Task<string> ComplainAsync(HttpClient http, int number)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(new Uri("/api/complaints", UriKind.Relative), new
        {
            complainant = new { name = "Jeanne Martin", email = $"client{number}@example.fr" },
            subject = "Sinistre non remboursé",
            description = "Toujours rien.",
            attachments = new[] { new { fileName = "a.txt", contentType = "text/plain", base64 = "YWJj" } },
        });
        return (string)(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["reference"]!;
    }

    private static async Task AdvanceAsync(HttpClient http, string to)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(new Uri("/local/clock/advance", UriKind.Relative), new { to });
        response.EnsureSuccessStatusCode();
    }

    private static async Task<string[]> MessagesAsync(HttpClient http, string kind) =>
        [.. (await MailsAsync(http, kind)).Select(mail => (string)mail!["messageId"]!)];

    private static async Task<JsonArray> MailsAsync(HttpClient http, string kind)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/local/mailbox?kind={kind}");
        request.Headers.Accept.ParseAdd("application/json");
        using HttpResponseMessage response = await http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonArray>())!;
    }

    private async Task<(int ExitCode, string Printed)> BackUpAsync(string folder)
    {
        ProcessStartInfo start = new(Path.Combine(Repository.Root, "run.sh"), ["backup", _backup, $"--ComplaintFlow__DataDirectory={folder}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using Process backup = Process.Start(start)!;
        string[] printed = await Task.WhenAll(backup.StandardOutput.ReadToEndAsync(), backup.StandardError.ReadToEndAsync());
        await backup.WaitForExitAsync();
        return (backup.ExitCode, string.Concat(printed));
    }
}
