using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Moving;

/// <summary>The commands as processes: what they print and how they exit, and killed again and again they end in the same place.</summary>
public sealed class KilledCommandTests : IDisposable
{
    private const int Rows = 1_500;
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintflow-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Commands_KilledAtEachStep_EndInTheSamePlace()
    {
        await FillAsync();
        (int code, string printed) = await CommandRun.RunAsync(_folder, "export", "whole", Setting("a"));
        Assert.True(code == 0, printed);
        Assert.Contains($"{Rows} lignes / rows", printed, StringComparison.Ordinal);
        Assert.Contains("LinkKeys", printed, StringComparison.Ordinal);

        int kills = 0;
        foreach (string step in (string[])["snapshot/complaints.db", "rows/000001.jsonl", "rows/000002.jsonl", "rows/000003.jsonl", "attachments/000001.jsonl"])
        {
            using CommandRun export = CommandRun.Start(_folder, "export", "again", Setting("a"));
            kills += await export.KillWhenAsync(() => File.Exists(Path.Combine(_folder, "again.unfinished", step))) ? 1 : 0;
        }

        Assert.InRange(kills, 3, 5);
        if (!Directory.Exists(Path.Combine(_folder, "again")))
        {
            (code, printed) = await CommandRun.RunAsync(_folder, "export", "again", Setting("a"));
            Assert.True(code == 0, printed);
        }

        Assert.Equal(PartsOf("whole"), PartsOf("again"));

        kills = 0;
        foreach (string step in (string[])["complaints.db", "complaints.db", "attachments/R26/a000"])
        {
            using CommandRun import = CommandRun.Start(_folder, "import", "again", Setting("b"));
            kills += await import.KillWhenAsync(() => File.Exists(Path.Combine(_folder, "b", step))) ? 1 : 0;
        }

        for (int parts = 1; parts <= 3; parts++)
        {
            await using StoreEnd target = StoreEnd.Of("sqlite", Path.Combine(_folder, "b"));
            await target.Rows.OpenAsync();
            using CommandRun import = CommandRun.Start(_folder, "import", "again", Setting("b"));
            kills += await import.KillWhenAsync(() => Written(target) >= parts) ? 1 : 0;
        }

        Assert.InRange(kills, 4, 6);
        (code, printed) = await CommandRun.RunAsync(_folder, "import", "again", Setting("b"));
        Assert.True(code == 0, printed);
        Assert.Contains("found equal", printed, StringComparison.Ordinal);
        (code, printed) = await CommandRun.RunAsync(_folder, "export", "back", Setting("b"));
        Assert.True(code == 0, printed);
        Assert.Equal(PartsOf("whole"), PartsOf("back"));
    }

    [Fact]
    public async Task Commands_RefusedOrDamaged_ExitWith2Or1AndSayWhy()
    {
        (int code, string printed) = await CommandRun.RunAsync(_folder, "export");
        Assert.Equal(2, code);
        Assert.Contains("export <dossier / folder>", printed, StringComparison.Ordinal);
        (code, printed) = await CommandRun.RunAsync(_folder, "export", "x", Setting("none"));
        Assert.Equal(2, code);
        Assert.Contains("nothing to export", printed, StringComparison.Ordinal);
        (code, printed) = await CommandRun.RunAsync(_folder, "export", "x", "--ComplaintFlow__Storage=nonsense");
        Assert.Equal(2, code);
        Assert.Contains("ComplaintFlow__Storage", printed, StringComparison.Ordinal);
        (code, printed) = await CommandRun.RunAsync(_folder, "import", "x", Setting("b"));
        Assert.Equal(2, code);
        Assert.Contains("ne peut pas importer / cannot import", printed, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder, "x"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "x", "manifest.json"), "{}");
        (code, printed) = await CommandRun.RunAsync(_folder, "import", "x", Setting("b"));
        Assert.Equal(1, code);
        Assert.Contains("manifest.json", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", printed, StringComparison.Ordinal);
    }

    private static long Written(StoreEnd target) =>
        target.Rows.FindAsync(ImportMarker.Partition, "state").AsTask().GetAwaiter().GetResult()?.NumberOrNull("parts") ?? 0;

    private static string Setting(string store) => $"--ComplaintFlow__DataDirectory={store}";

    private IReadOnlyList<ExportPart> PartsOf(string export) =>
        ExportManifest.Read(new ExportFolder(Path.Combine(_folder, export))).Manifest.Parts;

    /// <summary>Rows for several parts, and attachments.</summary>
    private async Task FillAsync()
    {
        await using StoreEnd end = StoreEnd.Of("sqlite", Path.Combine(_folder, "a"));
        await end.Rows.OpenAsync();
        await end.Files.OpenStoreAsync();
        string text = new('x', 30_000);
        for (int row = 0; row < Rows; row += 50)
        {
            await end.Rows.WriteAsync(
                $"p{row / 300}",
                [.. Enumerable.Range(row, 50).Select(number => new Put($"r{number:D6}", new Dictionary<string, object> { ["text"] = $"{number}{text}" }))]);
        }

        for (int number = 0; number < 40; number++)
        {
            await end.Files.SaveAsync("R26", $"a{number:D3}", BitConverter.GetBytes(number));
        }
    }
}
