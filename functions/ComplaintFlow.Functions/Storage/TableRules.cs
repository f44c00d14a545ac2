namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// What every engine refuses, with the same <see cref="ArgumentException"/>, so that nothing passes on one and fails on
/// another. The limits are those of Azure Table Storage
/// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model).
/// </summary>
public static class TableRules
{
    /// <summary>Operations in a batch, at most.</summary>
    public const int MaximumOperations = 100;

    /// <summary>Bytes of a batch as it travels (JSON, non-ASCII characters escaped), at most: 4 MiB.</summary>
    public const int MaximumBatchBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of a key in UTF-16, at most: 1 KiB, that is 512 characters.</summary>
    public const int MaximumKeyBytes = 1024;

    /// <summary>Checks the key of a partition or a row: 1 to 512 characters, none of them a control character or / \ # ?.</summary>
    /// <exception cref="ArgumentException">The key is refused; the message says why.</exception>
    public static void CheckKey(string key, string kind)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
        {
            throw Refused($"The {kind} key is empty.");
        }

        CheckBound(key, $"{kind} key");
        if (key.IndexOfAny(['/', '\\', '#', '?']) is >= 0 and int at)
        {
            throw Refused($"The {kind} key '{key}' contains '{key[at]}', which no key may contain.");
        }
    }

    /// <summary>Checks one end of a range of row keys, which may hold / \ # ? so that it can stand just past a prefix.</summary>
    /// <exception cref="ArgumentException">The bound is refused; the message says why.</exception>
    private static void CheckBound(string? bound, string kind)
    {
        if (bound is null)
        {
            return;
        }

        if (bound.Length * sizeof(char) > MaximumKeyBytes)
        {
            throw Refused($"The {kind} '{bound[..20]}…' has {bound.Length} characters, 512 at most.");
        }

        if (bound.Any(char.IsControl))
        {
            throw Refused($"The {kind} contains a control character.");
        }

        if (UnicodeText.HasLoneSurrogate(bound))
        {
            throw Refused($"The {kind} contains half of a surrogate pair.");
        }
    }

    /// <summary>Checks a range of a partition.</summary>
    /// <exception cref="ArgumentException">The partition or a bound is refused; the message says why.</exception>
    public static void CheckRange(string partition, string? from, string? until)
    {
        CheckKey(partition, "partition");
        CheckBound(from, "lower bound");
        CheckBound(until, "upper bound");
    }

    /// <summary>Checks a batch before it is written.</summary>
    /// <exception cref="ArgumentException">The batch is refused; the message names the row and the property.</exception>
    public static void CheckBatch(string partition, IReadOnlyList<TableOperation> operations)
    {
        CheckKey(partition, "partition");
        ArgumentNullException.ThrowIfNull(operations);
        if (operations.Count is 0 or > MaximumOperations)
        {
            throw Refused($"A batch has 1 to {MaximumOperations} operations, not {operations.Count}.");
        }

        HashSet<string> rows = new(operations.Count, StringComparer.Ordinal);
        long bytes = 0;
        foreach (TableOperation operation in operations)
        {
            CheckKey(operation.Row, "row");
            if (!rows.Add(operation.Row))
            {
                throw Refused($"Row '{operation.Row}' appears twice in one batch.");
            }

            bytes += Check(partition, operation);
        }

        if (bytes > MaximumBatchBytes)
        {
            throw Refused($"The batch on partition '{partition}' takes {bytes} bytes on the wire, {MaximumBatchBytes} at most.");
        }
    }

    /// <summary>A value in the form in which every engine gives it back: instants in UTC, zero without a sign.</summary>
    internal static object Normal(object value) => value switch
    {
        DateTimeOffset instant => instant.ToUniversalTime(),
        double.NegativeZero => 0.0,
        _ => value,
    };

    internal static ArgumentException Refused(string message) => new(message);

    private static long Check(string partition, TableOperation operation)
    {
        switch (operation)
        {
            case Insert insert:
                return RowRules.Check(partition, insert.Row, insert.Properties);
            case Put put:
                return RowRules.Check(partition, put.Row, put.Properties);
            case Replace replace:
                CheckETag(replace.Row, replace.ETag);
                return RowRules.Check(partition, replace.Row, replace.Properties);
            case Delete delete:
                if (delete.ETag is not null)
                {
                    CheckETag(delete.Row, delete.ETag);
                }

                return WireSize.OfOperation(partition, delete.Row);
            default:
                throw Refused($"'{operation.GetType().Name}' is no operation of a table.");
        }
    }

    private static void CheckETag(string row, string etag)
    {
        // "*" would be an unconditional write on one engine and a conflict on the other.
        if (string.IsNullOrEmpty(etag) || etag == "*" || etag.Any(c => c is < ' ' or > '~'))
        {
            throw Refused($"The ETag of row '{row}' is not one that a store gave.");
        }
    }
}
