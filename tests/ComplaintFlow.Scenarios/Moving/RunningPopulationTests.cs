using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Scenarios.Acts;
using ComplaintFlow.Scenarios.App;
using ComplaintFlow.Storage.Tests;

namespace ComplaintFlow.Scenarios.Moving;

/// <summary>Complaints in all states move to a storage account and back while their deadlines run, and live as if they had not moved.</summary>
public sealed class RunningPopulationTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string[] States = ["received", "new", "drafted", "submitted", "letter-approved", "answered", "level-2", "level-2-answered", "in-mediation", "closed"];

    [Fact]
    public async Task Population_MovedToAnAccountAndBack_LosesNothingTellsNothingTwiceOrLate()
    {
        IReadOnlyList<string> undisturbed = await LiveAsync(moves: false);
        IReadOnlyList<string> moved = await LiveAsync(moves: true);
        Assert.Equal(2 * States.Length, undisturbed.Count);
        Assert.Contains(undisturbed, life => life.Contains("deadline-missed", StringComparison.Ordinal));
        for (int i = 0; i < undisturbed.Count; i++)
        {
            Assert.Equal(undisturbed[i], moved[i]);
        }
    }

    /// <summary>What became of each complaint: its journal and its mails with their instants.</summary>
    private async Task<IReadOnlyList<string>> LiveAsync(bool moves)
    {
        Dictionary<string, string> settings = [];
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", settings: settings);
        List<string> references = [];
        for (int i = 0; i < 2 * States.Length; i++)
        {
            references.Add(await app.BringToAsync(States[i % States.Length]));
        }

        string attachment = await AttachAsync(app, references[1]);
        string link = app.Mailbox.Only("acknowledgement", reference: references[1]).ClientLink;
        List<TestMail> mails = [];
        await app.AdvanceToAsync("2026-03-10 12:00");
        if (moves)
        {
            await MoveAsync(app, mails, settings, azurite.ConnectionString);
        }

        await app.AdvanceToAsync("2026-05-02 23:59");
        Assert.Equal("abc", await DownloadAsync(app, references[1], attachment));
        Assert.Contains(references[1], await app.OpenAsync(link), StringComparison.Ordinal);
        if (moves)
        {
            await MoveAsync(app, mails, settings, "sqlite");
        }

        await app.AdvanceToAsync("2026-07-15 12:00");
        Assert.Equal("abc", await DownloadAsync(app, references[1], attachment));
        mails.AddRange(app.Mailbox);
        List<string> lives = [];
        foreach (string reference in references)
        {
            JsonNode complaint = await app.ReadAsync(reference);
            lives.Add(string.Join('\n', complaint["journal"]!.AsArray().Select(line => $"{line!["at"]} {line["type"]} {line["deadline"]}")
                .Concat(mails.Where(mail => mail.Reference == reference).Select(mail => $"{mail.At:O} mail {mail.Kind} {mail.To}"))
                .Order(StringComparer.Ordinal)));
        }

        return lives;
    }

    /// <summary>Stops the program, moves the store with the commands' own code, and starts it on the other side without its engine's file and its mailbox.</summary>
    private static async Task MoveAsync(TestApp app, List<TestMail> mails, Dictionary<string, string> settings, string to)
    {
        mails.AddRange(app.Mailbox);
        await app.StopAsync();
        string from = settings.GetValueOrDefault("ComplaintFlow__Storage", "sqlite");
        string folder = Path.Combine(app.DataDirectory, $"export-{mails.Count}");
        ExportManifest left = await new ExportRun(from, app.DataDirectory, TimeProvider.System, new ExportLimits(50, 100_000)).RunAsync(folder, CancellationToken.None);
        Array.ForEach(Directory.GetFiles(app.DataDirectory, "engine.db*"), File.Delete);
        Array.ForEach(Directory.GetFiles(app.DataDirectory, "complaints.db*"), File.Delete);
        Directory.Delete(Path.Combine(app.DataDirectory, "mailbox"), recursive: true);
        if (Directory.Exists(Path.Combine(app.DataDirectory, "attachments")))
        {
            Directory.Delete(Path.Combine(app.DataDirectory, "attachments"), recursive: true);
        }

        await new ImportRun(to, app.DataDirectory, TimeProvider.System).RunAsync(folder, CancellationToken.None);
        ExportManifest arrived = await new ExportRun(to, app.DataDirectory, TimeProvider.System, new ExportLimits(50, 100_000)).RunAsync(folder + "-again", CancellationToken.None);
        Assert.Equal(left.Parts, arrived.Parts);
        settings["ComplaintFlow__Storage"] = to;
        await app.StartAsync();
    }

    private static async Task<string> AttachAsync(TestApp app, string reference)
    {
        using MultipartFormDataContent form = new() { { new StringContent("abc"), "file", "a.txt" } };
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/complaints/{reference}/attachments") { Content = form };
        request.Headers.Add("x-functions-key", TestApp.Key);
        request.Headers.Add("x-staff-email", Staff.OtherHandler);
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (string)(await app.ReadAsync(reference))["attachments"]![0]!["id"]!;
    }

    private static async Task<string> DownloadAsync(TestApp app, string reference, string attachment)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/complaints/{reference}/attachments/{attachment}");
        request.Headers.Add("x-functions-key", TestApp.Key);
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
