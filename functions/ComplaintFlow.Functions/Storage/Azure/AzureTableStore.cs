using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>
/// The store in the table <c>complaints</c> of an Azure Storage account (or of Azurite). Every write is an entity group
/// transaction; nothing is kept in memory, so any number of instances may share the table.
/// </summary>
/// <param name="service">The tables of the account, with the options of <see cref="StorageAccount"/>.</param>
/// <param name="tableName">The table, if another than <see cref="TableName"/>.</param>
public sealed class AzureTableStore(TableServiceClient service, string tableName = AzureTableStore.TableName) : ITableStore, IPartitionListing
{
    /// <summary>The table's name.</summary>
    public const string TableName = "complaints";

    private readonly TableClient _table = service.GetTableClient(tableName);

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default) =>
        await AzureFault.GuardAsync(service.AccountName, () => _table.CreateIfNotExistsAsync(cancellationToken));

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await AzureFault.GuardAsync(service.AccountName, async () =>
        {
            // A query, because finding one entity takes a missing table for a missing entity.
            string nothing = TableClient.CreateQueryFilter($"PartitionKey eq {"healthz"} and RowKey eq {"healthz"}");
            return await _table.QueryAsync<TableEntity>(nothing, 1, null, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        });

    /// <inheritdoc/>
    public async ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
    {
        TableRules.CheckKey(partition, "partition");
        TableRules.CheckKey(row, "row");
        NullableResponse<TableEntity> found = await AzureFault.GuardAsync(service.AccountName, () =>
            _table.GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancellationToken));
        return found.HasValue ? EntityRow.From(found.Value!) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableRow> ReadAsync(
        string partition,
        string? from = null,
        string? until = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TableRules.CheckRange(partition, from, until);
        await using IAsyncEnumerator<TableEntity> entities =
            _table.QueryAsync<TableEntity>(Filter(partition, from, until), null, null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await AzureFault.GuardAsync(service.AccountName, () => entities.MoveNextAsync().AsTask()))
        {
            yield return EntityRow.From(entities.Current);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableRules.CheckBatch(partition, operations);
        if (operations.FirstOrDefault(EntityAction.HasForeignETag) is { } foreign)
        {
            // The service would call it a malformed request; a version that it never gave is no version of the row.
            return WriteOutcome.Conflict(foreign.Row);
        }

        using IDisposable watch = UnansweredAttempts.Watch(out UnansweredAttempts.Note unanswered);
        string?[] etags = new string?[operations.Count];
        List<int> pending = [.. Enumerable.Range(0, operations.Count)];
        while (pending.Count > 0)
        {
            (IReadOnlyList<Response>? written, int failed, bool missing) =
                await AzureFault.GuardAsync(service.AccountName, () => SubmitAsync(partition, operations, pending, cancellationToken));
            if (written is not null)
            {
                for (int i = 0; i < pending.Count; i++)
                {
                    etags[pending[i]] = operations[pending[i]] is Delete ? null : written[i].Headers.ETag?.ToString();
                }

                break;
            }

            if (!missing || operations[pending[failed]] is not Delete { ETag: null })
            {
                return unanswered.Any && await OwnWrite.FindAsync(this, partition, operations, cancellationToken) is { } own
                    ? WriteOutcome.Written(own)
                    : WriteOutcome.Conflict(operations[pending[failed]].Row);
            }

            // The service refuses to delete what is not there; for the port that is already done.
            pending.RemoveAt(failed);
            pending = await WithoutMissingAsync(partition, operations, pending, cancellationToken);
        }

        return WriteOutcome.Written(etags);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> PartitionsAsync(
        string? from = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The service cannot name partitions: all keys are read, a thousand a request, which costs less than asking for one after the other.
        string? filter = from is null ? null : TableClient.CreateQueryFilter($"PartitionKey ge {from}");
        await using IAsyncEnumerator<TableEntity> keys =
            _table.QueryAsync<TableEntity>(filter, null, ["PartitionKey", "RowKey"], cancellationToken).GetAsyncEnumerator(cancellationToken);
        string? last = null;
        while (await AzureFault.GuardAsync(service.AccountName, () => keys.MoveNextAsync().AsTask()))
        {
            if (keys.Current.PartitionKey != last)
            {
                last = keys.Current.PartitionKey;
                yield return last;
            }
        }
    }

    private static string Filter(string partition, string? from, string? until) => (from, until) switch
    {
        (null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
        (not null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}"),
        (null, not null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {until}"),
        _ => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}"),
    };

    /// <summary>The responses, or the place of the operation whose condition did not hold and whether its row was missing.</summary>
    private async Task<(IReadOnlyList<Response>? Written, int Failed, bool Missing)> SubmitAsync(
        string partition, IReadOnlyList<TableOperation> operations, List<int> pending, CancellationToken cancellationToken)
    {
        try
        {
            IEnumerable<TableTransactionAction> actions = pending.Select(i => EntityAction.Of(partition, operations[i]));
            return ((await _table.SubmitTransactionAsync(actions, cancellationToken)).Value, 0, false);
        }
        catch (TableTransactionFailedException error) when (error.FailedTransactionActionIndex is not null && IsCondition(error))
        {
            return (null, error.FailedTransactionActionIndex.Value, error.Status == 404);
        }
    }

    // https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes
    private static bool IsCondition(RequestFailedException error) =>
        error.ErrorCode is "EntityAlreadyExists" or "UpdateConditionNotSatisfied" or "ResourceNotFound" or "EntityNotFound";

    private async Task<List<int>> WithoutMissingAsync(
        string partition, IReadOnlyList<TableOperation> operations, List<int> pending, CancellationToken cancellationToken)
    {
        bool[] there = await Task.WhenAll(pending.Select(async i =>
            operations[i] is not Delete { ETag: null }
            || await FindAsync(partition, operations[i].Row, cancellationToken) is not null));
        return [.. pending.Where((_, place) => there[place])];
    }
}
