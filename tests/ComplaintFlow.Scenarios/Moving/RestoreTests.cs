using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;
using ComplaintFlow.Storage.Tests;

namespace ComplaintFlow.Scenarios.Moving;

/// <summary>The scheduled export of infra/README.md: made while the app works, kept in a container, restored from there.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly Azurite _azurite = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintflow-").FullName;

    public Task InitializeAsync() => _azurite.InitializeAsync();

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _azurite.DisposeAsync();
    }

    [Fact]
    public async Task Export_OfARunningApp_ComesBackFromItsContainerWithEveryComplaintWhole()
    {
        List<string> before = [], during = [];
        await using (TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Storage"] = _azurite.ConnectionString }))
        {
            for (int number = 0; number < 10; number++)
            {
                before.Add(await app.ComplainAsync());
            }

            await app.SettleAsync();
            Task<ExportManifest> export = ExportAsync("export");
            while (!export.IsCompleted)
            {
                during.Add(await app.ComplainAsync());
                await app.ActAsync(before[during.Count % before.Count], "note", Staff.Manager, new { text = "Pendant l'export." });
            }

            Assert.Equal("complaint", (await export).Moment);
        }

        await UploadAsync("export", "2026-03-02");
        await DownloadAsync("2026-03-02", "restored");
        await using TestApp restored = await StartOnAsync("restored", before.Concat(during));
        await restored.AdvanceToAsync("2026-05-03 00:00");
        int whole = 0;
        foreach (string reference in before.Concat(during))
        {
            using HttpResponseMessage response = await restored.TryActAsync(reference, "note", Staff.Manager, new { text = "Après." });
            if (response.IsSuccessStatusCode)
            {
                JsonNode complaint = await restored.ReadAsync(reference);
                Assert.All(complaint["effects"]!.AsArray(), effect => Assert.Equal("sent", (string)effect!["status"]!));
                whole++;
            }
            else
            {
                Assert.Contains(reference, during);
            }
        }

        Assert.InRange(whole, before.Count, before.Count + during.Count);

        // One whose indexes were lost would sleep on.
        string?[] missed = [.. restored.Mailbox.Of("deadline-missed").Select(mail => mail.Reference)];
        Assert.Equal(missed.Distinct().Count(), missed.Length);
        Assert.Equal(whole, missed.Length);
    }

    [Fact]
    public async Task Import_IndexesOfAnotherMoment_AreMadeToSayWhatTheComplaintsSay()
    {
        string reference;
        await using (TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Storage"] = _azurite.ConnectionString }))
        {
            reference = await app.EnterAsync("letter", Intents.WithoutEmail);
            await app.SettleAsync();
        }

        const string Ghost = "R26-2222-2222";
        await using (StoreEnd account = StoreEnd.Of(_azurite.ConnectionString, _folder))
        {
            await foreach (TableRow row in account.Rows.ReadAsync("due"))
            {
                await account.Rows.WriteAsync("due", [new Delete(row.Row)]);
            }

            TableRow listed = (await account.Rows.FindAsync("list-2026", reference))!;
            string ghost = Enumerable.Range(0, 31).Select(place => Ghost[..^1] + "23456789ABCDEFGHJKMNPQRSTUVWXYZ"[place])
                .First(WholeStore.IsComplaint);
            Dictionary<string, object> properties = new(listed.Properties) { ["reference"] = ghost };
            await account.Rows.WriteAsync("list-2026", [new Delete(reference), new Put(ghost, properties)]);
        }

        await ExportAsync("export");
        await using TestApp restored = await StartOnAsync("export", [reference]);
        await using (StoreEnd local = StoreEnd.Of("sqlite", restored.DataDirectory))
        {
            await local.Rows.OpenAsync();
            TableRow listed = Assert.Single(await local.Rows.ReadAsync("list-2026").ToListAsync());
            Assert.Equal(reference, listed.Row);
            Assert.Contains(reference, Assert.Single(await local.Rows.ReadAsync("due").ToListAsync()).Row, StringComparison.Ordinal);
        }

        await restored.AdvanceToAsync("2026-03-14 00:01");
        Assert.Single(restored.Mailbox.Of("deadline-missed", reference));
    }

    [Fact]
    public async Task Start_OnAStoreWhoseImportIsNotFinished_IsRefused()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.StopAsync();
        Array.ForEach(Directory.GetFiles(app.DataDirectory, "complaints.db*"), File.Delete);
        await using (StoreEnd end = StoreEnd.Of("sqlite", app.DataDirectory))
        {
            await end.Rows.OpenAsync();
            await end.Files.OpenStoreAsync();
            await ImportMarker.TakeAsync(end, "hash", CancellationToken.None);
        }

        Exception error = await Assert.ThrowsAnyAsync<Exception>(app.StartAsync);
        Assert.Contains("not finished", error.ToString(), StringComparison.Ordinal);
    }

    private Task<ExportManifest> ExportAsync(string name) =>
        new ExportRun(_azurite.ConnectionString, _folder, TimeProvider.System, new ExportLimits(20, 100_000))
            .RunAsync(Path.Combine(_folder, name), CancellationToken.None);

    /// <summary>The program on one machine, on what an export holds, its clock still at the instant of the export.</summary>
    private async Task<TestApp> StartOnAsync(string export, IEnumerable<string> references)
    {
        Assert.NotEmpty(references);
        TestApp app = await TestApp.StartAsync();
        await app.StopAsync();
        Array.ForEach(Directory.GetFiles(app.DataDirectory, "complaints.db*"), File.Delete);
        Array.ForEach(Directory.GetFiles(app.DataDirectory, "engine.db*"), File.Delete);
        await new ImportRun("sqlite", app.DataDirectory, TimeProvider.System).RunAsync(Path.Combine(_folder, export), CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private async Task UploadAsync(string name, string prefix)
    {
        BlobContainerClient container = _azurite.Account.Blobs.GetBlobContainerClient("exports");
        await container.CreateIfNotExistsAsync();
        string folder = Path.Combine(_folder, name);
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            await container.UploadBlobAsync($"{prefix}/{Path.GetRelativePath(folder, file)}", new BinaryData(await File.ReadAllBytesAsync(file)));
        }
    }

    private async Task DownloadAsync(string prefix, string name)
    {
        BlobContainerClient container = _azurite.Account.Blobs.GetBlobContainerClient("exports");
        await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix + "/", CancellationToken.None))
        {
            string file = Path.Combine(_folder, name, blob.Name[(prefix.Length + 1)..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await container.GetBlobClient(blob.Name).DownloadToAsync(file);
        }
    }
}
