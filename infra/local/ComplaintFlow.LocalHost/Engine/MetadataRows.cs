using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What clients read of instances.</summary>
internal static class MetadataRows
{
    private const string Columns = "id, name, status, suspended, created, updated, tags, failure, input, output, custom";

    public static OrchestrationMetadata? Find(SqliteSession session, string id, bool withData) =>
        session.First($"SELECT {Columns} FROM instances WHERE id = $1", row => Read(row, withData), id);

    /// <summary>A page of the instances that match, by id; statuses are compared as clients see them.</summary>
    public static List<OrchestrationMetadata> List(
        SqliteSession session, OrchestrationQuery filter, IReadOnlyCollection<OrchestrationRuntimeStatus> statuses, string after, int count) =>
        session.Rows(
            $"""
            SELECT {Columns} FROM instances
            WHERE id > $1 AND created >= $2 AND created <= $3 AND substr(id, 1, length($4)) = $4
              AND ($5 = '' OR instr($5, ',' || CASE WHEN suspended = 1 THEN 7 ELSE status END || ',') > 0)
            ORDER BY id LIMIT $6
            """,
            row => Read(row, filter.FetchInputsAndOutputs),
            after,
            filter.CreatedFrom?.UtcTicks ?? 0,
            filter.CreatedTo?.UtcTicks ?? long.MaxValue,
            filter.InstanceIdPrefix ?? string.Empty,
            statuses.Count == 0 ? string.Empty : $",{string.Join(',', statuses.Select(status => (int)status))},",
            count);

    private static OrchestrationMetadata Read(SqliteRow row, bool withData) => new(row.GetString(1), row.GetString(0))
    {
        RuntimeStatus = row.GetBoolean(3) ? OrchestrationRuntimeStatus.Suspended : (OrchestrationRuntimeStatus)row.GetInt32(2),
        CreatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        Tags = row.Text(6) is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags)! : new Dictionary<string, string>(),
        FailureDetails = Payload.Read<TaskFailureDetails>(row.Text(7)),
        SerializedInput = withData ? row.Text(8) : null,
        SerializedOutput = withData ? row.Text(9) : null,
        SerializedCustomStatus = withData ? row.Text(10) : null,
    };
}
