using System.Globalization;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>How far the import of an export has come, in a row of the store that it fills. Without one, a store with rows is in use.</summary>
internal sealed class ImportMarker
{
    /// <summary>A partition of its own, which no export holds.</summary>
    public const string Partition = "import";

    public const string Unfinished =
        "Un import dans ce stockage n'est pas fini : relancez la même commande d'import. / An import into this store is not finished: run the same import command again.";

    private const string Row = "state";
    private const string Hash = "manifest";
    private const string PartsDone = "parts";
    private const string Verified = "verified";
    private const string DoneAt = "doneAt";
    private readonly ITableStore _store;
    private readonly Dictionary<string, object> _properties;
    private string _etag;

    private ImportMarker(ITableStore store, Dictionary<string, object> properties, string etag)
    {
        _store = store;
        _properties = properties;
        _etag = etag;
    }

    /// <summary>How many parts are written.</summary>
    public int Parts => (int)_properties[PartsDone];

    /// <summary>True once what was written was read back and found equal.</summary>
    public bool IsVerified => _properties.ContainsKey(Verified);

    /// <summary>When the import was finished; null while it is not.</summary>
    public string? Done => _properties.GetValueOrDefault(DoneAt) as string;

    public static async Task<bool> IsUnfinishedAsync(ITableStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(Partition, Row, cancellationToken) is { } row && row.TextOrNull(DoneAt) is null;

    /// <summary>Takes up the import of the export with that hash, or begins it in an empty store.</summary>
    /// <exception cref="InvalidDataException">The store is not empty, or another import is under way in it.</exception>
    public static async Task<ImportMarker> TakeAsync(StoreEnd target, string hash, CancellationToken cancellationToken)
    {
        if (await target.Rows.FindAsync(Partition, Row, cancellationToken) is { } row)
        {
            return row.Text(Hash) == hash
                ? new ImportMarker(target.Rows, new(row.Properties), row.ETag!)
                : throw new InvalidDataException(
                    "Ce stockage a reçu un autre export : rien n'a été écrit. / This store was filled from another export; nothing was written.");
        }

        if (await target.Partitions.PartitionsAsync(cancellationToken: cancellationToken).AnyAsync(cancellationToken)
            || await target.FileNames.ListAsync(cancellationToken).AnyAsync(cancellationToken))
        {
            throw new InvalidDataException(
                "Ce stockage n'est pas vide : rien n'a été écrit. Importez dans un stockage neuf, où l'application n'a jamais démarré. "
                + "/ This store is not empty; nothing was written. Import into a new one, on which the app was never started.");
        }

        ImportMarker marker = new(target.Rows, new() { [Hash] = hash, [PartsDone] = 0 }, "");
        WriteOutcome outcome = await target.Rows.WriteAsync(Partition, [new Insert(Row, marker._properties)], cancellationToken);
        if (!outcome.Done)
        {
            // Also when the answer to our own write was lost: the next attempt finds it.
            throw Another();
        }

        marker._etag = outcome.ETags[0]!;
        return marker;
    }

    public Task PartIsWrittenAsync(CancellationToken cancellationToken) => SetAsync(PartsDone, Parts + 1, cancellationToken);

    public Task IsEqualAsync(CancellationToken cancellationToken) => SetAsync(Verified, true, cancellationToken);

    public Task IsDoneAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        SetAsync(DoneAt, at.ToString("O", CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Fails when another import has moved the marker meanwhile: two at once must not go on.</summary>
    private async Task SetAsync(string name, object value, CancellationToken cancellationToken)
    {
        _properties[name] = value;
        WriteOutcome outcome = await _store.WriteAsync(Partition, [new Replace(Row, _properties, _etag)], cancellationToken);
        _etag = outcome.Done ? outcome.ETags[0]! : throw Another();
    }

    private static InvalidDataException Another() => new(
        "Un autre import écrit dans ce stockage : attendez qu'il finisse, puis relancez. / Another import writes to this store: wait for its end, then run again.");
}
