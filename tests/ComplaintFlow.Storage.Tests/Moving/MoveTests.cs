using ComplaintFlow.Functions.Moving;

namespace ComplaintFlow.Storage.Tests.Moving;

public sealed class MoveTests : IAsyncLifetime
{
    private readonly Population _population = new();

    public Task InitializeAsync() => _population.FillAsync("a");

    public Task DisposeAsync()
    {
        _population.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Export_OfTheImportedStore_IsTheSameToTheByte()
    {
        ExportManifest first = await _population.ExportAsync("a", "export");
        (ExportManifest imported, string? doneBefore) = await _population.ImportAsync("export", "b");
        Assert.Null(doneBefore);
        Assert.Equal(first.Rows, imported.Rows);
        ExportManifest second = await _population.ExportAsync("b", "again");
        Assert.Equal(first.Parts, second.Parts);
        Assert.Equal((12 * 5) + 50 + 1 + 40, first.Rows);
        Assert.Equal(12 + 1 + 1 + 3, first.Partitions);
        Assert.Equal((12, 11), (first.Attachments, Directory.GetFiles(_population.PathOf("export/content"), "*", SearchOption.AllDirectories).Length));
        Assert.Equal((1, "sqlite", "store"), (first.Format, first.Source, first.Moment));
    }

    [Fact]
    public async Task Export_SmallParts_CutsIndexesButNoComplaint()
    {
        ExportManifest manifest = await _population.ExportAsync("a", "export");
        Assert.InRange(manifest.Of(ExportPart.Rows).Count(), 5, 100);
        string[][] partitions = [.. manifest.Of(ExportPart.Partitions).Select(part => File.ReadAllLines(_population.PathOf($"export/{part.File}")))];
        string[] inTwo = [.. partitions.SelectMany(lines => lines.Select(line => PartitionLine.Read(line).Partition)).GroupBy(name => name).Where(name => name.Count() > 1).Select(name => name.Key)];
        Assert.Contains("due", inTwo);
        Assert.DoesNotContain(inTwo, WholeStore.IsComplaint);
        Assert.Empty(Directory.GetFiles(_population.PathOf("export"), "progress.json"));
        Assert.False(Directory.Exists(_population.PathOf("export/snapshot")));
    }

    [Fact]
    public async Task Export_FolderExists_IsRefused()
    {
        await _population.ExportAsync("a", "export");
        IOException error = await Assert.ThrowsAsync<IOException>(() => _population.ExportAsync("a", "export"));
        Assert.Contains("existe déjà", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NoStore_IsRefusedAndLeavesNoFolder()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => _population.ExportAsync("none", "export"));
        Assert.False(Directory.Exists(_population.PathOf("none")));
        Assert.False(Directory.Exists(_population.PathOf("export.unfinished")));
    }

    [Fact]
    public async Task Import_StoreInUse_IsRefusedUntouched()
    {
        await _population.ExportAsync("a", "export");
        await _population.FillAsync("b");
        ExportManifest before = await _population.ExportAsync("b", "before");
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => _population.ImportAsync("export", "b"));
        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal(before.Parts, (await _population.ExportAsync("b", "after")).Parts);
    }

    [Fact]
    public async Task Import_OnlyAttachmentsThere_IsRefused()
    {
        await _population.ExportAsync("a", "export");
        Directory.CreateDirectory(_population.PathOf("b/attachments/x"));
        await File.WriteAllTextAsync(_population.PathOf("b/attachments/x/y"), "z");
        await Assert.ThrowsAsync<InvalidDataException>(() => _population.ImportAsync("export", "b"));
    }

    [Fact]
    public async Task Import_Again_WritesNothingAndSaysWhenItWasDone()
    {
        await _population.ExportAsync("a", "export");
        await _population.ImportAsync("export", "b");
        (_, string? doneBefore) = await _population.ImportAsync("export", "b");
        Assert.StartsWith("2026-03-02T09:00:00", doneBefore, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAnotherExport_IsRefused()
    {
        await _population.ExportAsync("a", "export");
        await _population.ImportAsync("export", "b");
        await _population.ExportAsync("a", "other", new ExportLimits(7, 1_000));
        await Assert.ThrowsAsync<InvalidDataException>(() => _population.ImportAsync("other", "b"));
    }
}
