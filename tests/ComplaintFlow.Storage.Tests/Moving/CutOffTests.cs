using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests.Moving;

/// <summary>States that a move can be left in, and the same command again. Processes killed in the middle: the scenarios.</summary>
public sealed class CutOffTests : IAsyncLifetime
{
    private static readonly ExportLimits Small = new(20, 100_000);
    private readonly Population _population = new();

    public Task InitializeAsync() => _population.FillAsync("a");

    public Task DisposeAsync()
    {
        _population.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Export_CutOffAfterAnyPart_EndsInTheSamePlace()
    {
        ExportManifest whole = await _population.ExportAsync("a", "whole");
        for (int parts = 0; parts <= whole.Parts.Count; parts++)
        {
            await LeaveUnfinishedAsync(whole, parts, _population.PathOf("again.unfinished"));
            ExportManifest again = await _population.ExportAsync("a", "again");
            Assert.Equal(whole.Parts, again.Parts);
            Assert.Equal((whole.Partitions, whole.AttachmentBytes), (again.Partitions, again.AttachmentBytes));
            Directory.Delete(_population.PathOf("again"), recursive: true);
        }
    }

    [Fact]
    public async Task Export_UnfinishedOneOfAnotherStore_IsRefused()
    {
        ExportManifest whole = await _population.ExportAsync("a", "whole");
        await LeaveUnfinishedAsync(whole, 2, _population.PathOf("again.unfinished"));
        await _population.FillAsync("b");
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => _population.ExportAsync("b", "again"));
        Assert.Contains("another store", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_CutOffAfterAnyPart_EndsInTheSamePlace()
    {
        ExportManifest whole = await _population.ExportAsync("a", "whole");
        (_, string hash) = ExportManifest.Read(new ExportFolder(_population.PathOf("whole")));
        ExportPart[] order = [.. whole.Of(ExportPart.Attachments), .. whole.Of(ExportPart.Rows)];
        for (int parts = 0; parts <= order.Length; parts++)
        {
            string target = $"target{parts}";
            await using (StoreEnd end = await OpenAsync(target))
            {
                ImportMarker marker = await ImportMarker.TakeAsync(end, hash, CancellationToken.None);
                ImportWriting writing = new(new ExportFolder(_population.PathOf("whole")), end);
                for (int part = 0; part < parts; part++)
                {
                    await writing.WriteAsync(order[part], CancellationToken.None);
                    await marker.PartIsWrittenAsync(CancellationToken.None);
                }

                Assert.True(await ImportMarker.IsUnfinishedAsync(end.Rows, CancellationToken.None));
            }

            await _population.ImportAsync("whole", target);
            Assert.Equal(whole.Parts, (await _population.ExportAsync(target, $"export{parts}")).Parts);
        }
    }

    [Fact]
    public async Task Import_RowLostMeanwhile_NamesItsLineAndIsNotDone()
    {
        ExportManifest whole = await _population.ExportAsync("a", "whole");
        (_, string hash) = ExportManifest.Read(new ExportFolder(_population.PathOf("whole")));
        await using (StoreEnd end = await OpenAsync("b"))
        {
            ImportMarker marker = await ImportMarker.TakeAsync(end, hash, CancellationToken.None);
            ImportWriting writing = new(new ExportFolder(_population.PathOf("whole")), end);
            foreach (ExportPart part in whole.Of(ExportPart.Attachments).Concat(whole.Of(ExportPart.Rows)))
            {
                await writing.WriteAsync(part, CancellationToken.None);
                await marker.PartIsWrittenAsync(CancellationToken.None);
            }

            await end.Rows.WriteAsync("due", [new Delete("d007")]);
        }

        DamagedExportException error = await Assert.ThrowsAsync<DamagedExportException>(() => _population.ImportAsync("whole", "b"));
        Assert.Contains("due/d007", error.Message, StringComparison.Ordinal);
        Assert.Matches(@"rows.[0-9]{6}\.jsonl », ligne / line [0-9]+", error.Message);
        await using StoreEnd left = await OpenAsync("b");
        Assert.True(await ImportMarker.IsUnfinishedAsync(left.Rows, CancellationToken.None));
    }

    [Theory]
    [InlineData("row")]
    [InlineData("attachment")]
    public async Task Import_SomethingAddedMeanwhile_IsFound(string what)
    {
        await _population.ExportAsync("a", "whole");
        (ExportManifest manifest, string hash) = ExportManifest.Read(new ExportFolder(_population.PathOf("whole")));
        await using (StoreEnd end = await OpenAsync("b"))
        {
            await ImportMarker.TakeAsync(end, hash, CancellationToken.None);
            await (what == "row"
                ? end.Rows.WriteAsync("zzz", [Population.Row("r", "x", 1)]).AsTask()
                : end.Files.SaveAsync("zzz", "r", "x"u8.ToArray()).AsTask());
        }

        Assert.NotEmpty(manifest.Parts);
        await Assert.ThrowsAsync<DamagedExportException>(() => _population.ImportAsync("whole", "b"));
    }

    [Fact]
    public async Task Import_TwoAtOnce_OneGivesWay()
    {
        await _population.ExportAsync("a", "whole");
        (_, string hash) = ExportManifest.Read(new ExportFolder(_population.PathOf("whole")));
        await using StoreEnd end = await OpenAsync("b");
        ImportMarker first = await ImportMarker.TakeAsync(end, hash, CancellationToken.None);
        ImportMarker second = await ImportMarker.TakeAsync(end, hash, CancellationToken.None);
        await first.PartIsWrittenAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidDataException>(() => second.PartIsWrittenAsync(CancellationToken.None));
    }

    /// <summary>What an export leaves that was killed after some parts: those, what it knows of them, and half of the next.</summary>
    private async Task LeaveUnfinishedAsync(ExportManifest whole, int parts, string left)
    {
        // An export of the same store with a token that is cancelled leaves the snapshot; its progress is set to what it was then.
        using CancellationTokenSource cut = new();
        Task<ExportManifest> export = new ExportRun("sqlite", _population.PathOf("a"), new CuttingTime(cut), Small)
            .RunAsync(left[..^".unfinished".Length], cut.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export);
        ExportFolder from = new(_population.PathOf("whole")), to = new(left);
        to.Make("");
        Directory.CreateDirectory(to.PathOf("snapshot"));
        File.Copy(_population.PathOf("a/complaints.db"), to.PathOf("snapshot/complaints.db"), overwrite: true);
        ExportPart[] done = [.. whole.Parts.Take(parts)];
        foreach (ExportPart part in whole.Parts.Take(parts + 1))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to.PathOf(part.File))!);
            string text = await File.ReadAllTextAsync(from.PathOf(part.File));
            await File.WriteAllTextAsync(to.PathOf(part.File), done.Contains(part) ? text : text[..(text.Length / 2)]);
        }

        // A part of rows counts only together with its partitions.
        done = [.. done.Where((part, place) => !part.IsOf(ExportPart.Rows) || place + 1 < done.Length)];
        await to.WriteAsync(ExportProgress.File, ProgressOf(from, done, whole), CancellationToken.None);
    }

    private ExportProgress ProgressOf(ExportFolder from, ExportPart[] done, ExportManifest whole)
    {
        string? last = done.LastOrDefault(part => part.IsOf(ExportPart.Rows)) is { } rows ? File.ReadAllLines(from.PathOf(rows.File))[^1] : null;
        TableRow? row = last is null ? null : RowLine.Read(last);
        AttachmentLine[] attachments =
            [.. done.Where(part => part.IsOf(ExportPart.Attachments)).SelectMany(part => File.ReadAllLines(from.PathOf(part.File))).Select(AttachmentLine.Read)];
        foreach (AttachmentLine attachment in attachments)
        {
            string content = new ExportFolder(_population.PathOf("again.unfinished")).ContentOf(attachment.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(content)!);
            File.Copy(from.ContentOf(attachment.Sha256), content, overwrite: true);
        }

        return new ExportProgress(
            Path.GetFullPath(_population.PathOf("a")),
            whole.ExportedAt,
            done,
            done.Where(part => part.IsOf(ExportPart.Partitions))
                .SelectMany(part => File.ReadAllLines(from.PathOf(part.File))).Select(line => PartitionLine.Read(line).Partition).Distinct().Count(),
            attachments.Sum(attachment => attachment.Size),
            row?.Partition,
            row?.Row,
            done.Length > 0 && done.Count(part => part.IsOf(ExportPart.Rows)) == whole.Of(ExportPart.Rows).Count(),
            attachments.LastOrDefault() is { } one ? new AttachmentAddress(one.Reference, one.Id).ToString() : null);
    }

    private async Task<StoreEnd> OpenAsync(string name)
    {
        StoreEnd end = StoreEnd.Of("sqlite", _population.PathOf(name));
        await end.Rows.OpenAsync();
        await end.Files.OpenStoreAsync();
        return end;
    }

    /// <summary>Cancels when the export asks for the time, which is when it begins.</summary>
    private sealed class CuttingTime(CancellationTokenSource cut) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            cut.Cancel();
            return new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        }
    }
}
