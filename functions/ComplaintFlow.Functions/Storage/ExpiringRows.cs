using System.Globalization;

namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// Rows that are of no use after a day. They are named in the order of those days, so that whoever clears them reads what is
/// due and nothing else. A row that was used again in the meantime says a later day itself and stays.
/// </summary>
public sealed class ExpiringRows(ITableStore store)
{
    private const string Partition = "expiring";
    private const string LastDay = "lastDay";

    /// <summary>Writes down that a row is of use up to a day, inclusive: call it before the row is written with what <see cref="Mark"/> adds.</summary>
    public async Task NameAsync(string partition, string row, DateOnly lastDay, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            Partition,
            [new Put($"{Text(lastDay)}-{partition}-{row}", new Dictionary<string, object> { ["partition"] = partition, ["row"] = row })],
            cancellationToken);

    /// <summary>Adds the day to the properties of a row.</summary>
    public static Dictionary<string, object> Mark(Dictionary<string, object> row, DateOnly lastDay)
    {
        row[LastDay] = Text(lastDay);
        return row;
    }

    /// <summary>The last day of a row; null when it has none.</summary>
    public static DateOnly? LastDayOf(TableRow? row) =>
        row?.TextOrNull(LastDay) is { } day ? DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture) : null;

    /// <summary>Deletes the rows whose last day lies before <paramref name="today"/>. May run twice, or at once with another.</summary>
    public async Task ClearAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await foreach (TableRow entry in store.ReadAsync(Partition, until: Text(today), cancellationToken: cancellationToken))
        {
            TableRow? row = await store.FindAsync(entry.Text("partition"), entry.Text("row"), cancellationToken);
            bool isOver = LastDayOf(row) < today;
            if (!isOver || (await store.WriteAsync(row!.Partition, [new Delete(row.Row, row.ETag)], cancellationToken)).Done)
            {
                await store.WriteAsync(Partition, [new Delete(entry.Row)], cancellationToken);
            }
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
