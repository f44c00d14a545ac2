using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Functions.Moving;

namespace ComplaintFlow.Storage.Tests.Moving;

/// <summary>An export that is not what was written is refused by name, and nothing is written.</summary>
public sealed class DamageTests : IAsyncLifetime
{
    private readonly Population _population = new();

    public async Task InitializeAsync()
    {
        await _population.FillAsync("a");
        await _population.ExportAsync("a", "export");
    }

    public Task DisposeAsync()
    {
        Assert.False(Directory.Exists(_population.PathOf("b")));
        _population.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("rows/000002.jsonl")]
    [InlineData("partitions/000001.jsonl")]
    [InlineData("attachments/000001.jsonl")]
    public async Task Import_OneByteOfAFileChanged_NamesTheFile(string file)
    {
        string path = _population.PathOf($"export/{file}");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        await AssertRefusedAsync(file);
    }

    [Theory]
    [InlineData("rows/000003.jsonl")]
    [InlineData("attachments/000001.jsonl")]
    public async Task Import_FileCutShort_NamesTheFile(string file)
    {
        string[] lines = await File.ReadAllLinesAsync(_population.PathOf($"export/{file}"));
        await File.WriteAllLinesAsync(_population.PathOf($"export/{file}"), lines[..^1]);
        await AssertRefusedAsync(file);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_ContentDamagedOrMissing_NamesTheLineOfTheAttachment(bool isMissing)
    {
        AttachmentLine[] lines =
            [.. (await File.ReadAllLinesAsync(_population.PathOf("export/attachments/000001.jsonl"))).Select(AttachmentLine.Read)];
        int place = Array.FindLastIndex(lines, line => lines.Count(other => other.Sha256 == line.Sha256) == 1);
        AttachmentLine attachment = lines[place];
        string content = new ExportFolder(_population.PathOf("export")).ContentOf(attachment.Sha256);
        File.Delete(content);
        if (!isMissing)
        {
            await File.WriteAllTextAsync(content, new string('x', (int)attachment.Size));
        }

        await AssertRefusedAsync($"attachments/000001.jsonl », ligne / line {place + 1}:");
    }

    [Theory]
    [InlineData("""{"partition":"due","row":"d000","properties":{"n@long":0,"n@long":0}}""")]
    [InlineData("""{"partition":"due","row":"a/b","properties":{}}""")]
    [InlineData("""{"partition":"other","row":"d000","properties":{}}""")]
    [InlineData("not a row")]
    public async Task Import_LineIsNoSoundRowThoughItsHashIs_NamesTheLine(string line)
    {
        (ExportManifest manifest, _) = ExportManifest.Read(new ExportFolder(_population.PathOf("export")));
        ExportPart part = manifest.Of(ExportPart.Rows).First(one => File.ReadAllText(_population.PathOf($"export/{one.File}")).Contains("\"d000\"", StringComparison.Ordinal));
        string[] lines = await File.ReadAllLinesAsync(_population.PathOf($"export/{part.File}"));
        int place = Array.FindIndex(lines, one => one.Contains("\"d000\"", StringComparison.Ordinal));
        lines[place] = line;
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        await File.WriteAllBytesAsync(_population.PathOf($"export/{part.File}"), bytes);
        ExportPart changed = part with { Bytes = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        await WriteAsync(manifest with { Parts = [.. manifest.Parts.Select(one => one == part ? changed : one)] });
        await AssertRefusedAsync($"{part.File} », ligne / line {place + 1}:");
    }

    [Fact]
    public async Task Import_PartTakenOutOfTheManifest_NamesTheManifest()
    {
        (ExportManifest manifest, _) = ExportManifest.Read(new ExportFolder(_population.PathOf("export")));
        await WriteAsync(manifest with { Parts = [.. manifest.Parts.SkipLast(1)] });
        await AssertRefusedAsync("manifest.json");
    }

    [Fact]
    public async Task Import_PartOutsideTheFolder_IsRefused()
    {
        (ExportManifest manifest, _) = ExportManifest.Read(new ExportFolder(_population.PathOf("export")));
        await WriteAsync(manifest with { Parts = [manifest.Parts[0] with { File = "rows/../../x.jsonl" }, .. manifest.Parts.Skip(1)] });
        await AssertRefusedAsync("manifest.json");
    }

    [Fact]
    public async Task Import_ManifestIsNoJson_NamesIt()
    {
        await File.WriteAllTextAsync(_population.PathOf("export/manifest.json"), "{");
        await AssertRefusedAsync("manifest.json");
    }

    [Fact]
    public async Task Import_NoManifest_SaysThatTheExportIsNotFinished()
    {
        File.Delete(_population.PathOf("export/manifest.json"));
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => _population.ImportAsync("export", "b"));
        Assert.Contains("not finished", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfALaterFormat_IsRefused()
    {
        (ExportManifest manifest, _) = ExportManifest.Read(new ExportFolder(_population.PathOf("export")));
        await WriteAsync(manifest with { Format = 2 });
        await Assert.ThrowsAsync<InvalidDataException>(() => _population.ImportAsync("export", "b"));
    }

    private Task WriteAsync(ExportManifest manifest) =>
        new ExportFolder(_population.PathOf("export")).WriteAsync(ExportFolder.Manifest, manifest, CancellationToken.None);

    private async Task AssertRefusedAsync(string named)
    {
        DamagedExportException error = await Assert.ThrowsAsync<DamagedExportException>(() => _population.ImportAsync("export", "b"));
        Assert.True(error.Message.Contains(named, StringComparison.Ordinal), error.Message);
    }
}
