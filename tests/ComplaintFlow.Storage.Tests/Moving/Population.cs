using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using CsCheck;

namespace ComplaintFlow.Storage.Tests.Moving;

/// <summary>Stores with something to move in them, in folders that go with the test.</summary>
internal sealed class Population : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string Root { get; } = Names.FreshFolder();

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Fills a store: complaints of several rows, an index larger than a part, rows of every type, attachments, two of one content.</summary>
    public async Task FillAsync(string name, string storage = "sqlite")
    {
        await using StoreEnd end = StoreEnd.Of(storage, PathOf(name));
        await end.Rows.OpenAsync();
        await end.Files.OpenStoreAsync();
        for (int number = 0; number < 12; number++)
        {
            string reference = ReferenceOf(number);
            await end.Rows.WriteAsync(
                reference,
                [Row("head", "version", 3), Row("e-1", "status", "sent"), .. Enumerable.Range(1, 3).Select(line => Row($"j-{line:D8}", "fact", "é\r\n" + number))]);
            await end.Files.SaveAsync(reference, "a1", Encoding.UTF8.GetBytes(number < 2 ? "the same" : $"content {number}"));
        }

        await end.Rows.WriteAsync("due", [.. Enumerable.Range(0, 50).Select(number => Row($"d{number:D3}", "n", (long)number))]);
        await end.Rows.WriteAsync("any", [new Put("extremes", Samples.Extremes)]);
        int place = 0;
        foreach (IReadOnlyDictionary<string, object> row in Samples.AnyRow.Array[40].Single(rows => rows.Length == 40, "aAiJtmW_7QE1"))
        {
            await end.Rows.WriteAsync($"any-{place % 3}", [new Put($"r{place++:D3}", row)]);
        }
    }

    public Task<ExportManifest> ExportAsync(string store, string folder, ExportLimits? limits = null, CancellationToken cancellationToken = default) =>
        new ExportRun("sqlite", PathOf(store), new FixedTime(), limits ?? new ExportLimits(20, 100_000)).RunAsync(PathOf(folder), cancellationToken);

    public Task<(ExportManifest Manifest, string? DoneBefore)> ImportAsync(string folder, string store) =>
        new ImportRun("sqlite", PathOf(store), new FixedTime()).RunAsync(PathOf(folder), CancellationToken.None);

    public static string ReferenceOf(int number) => Reference.Make(2026, [.. Enumerable.Repeat((byte)number, Reference.Entropy)]).Value;

    public static Put Row(string key, string name, object value) => new(key, new Dictionary<string, object> { [name] = value });

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
