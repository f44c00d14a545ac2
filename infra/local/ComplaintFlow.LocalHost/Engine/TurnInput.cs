
namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What a turn starts from.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Past">Its history.</param>
/// <param name="Arrived">The messages of this turn, in order.</param>
/// <param name="LastMessage">The number of the last message read, those of former runs included.</param>
internal sealed record TurnInput(InstanceRow Instance, List<HistoryEvent> Past, List<HistoryEvent> Arrived, long LastMessage)
{
    private const string PastOf = "SELECT kind, task, name, data, at, origin, target FROM history WHERE instance = $1 ORDER BY seq";
    private const string MessagesFor = "SELECT seq, execution, kind, task, name, data FROM messages WHERE instance = $1 ORDER BY seq";

    /// <summary>Reads it; null when the instance has nothing to do.</summary>
    public static TurnInput? Read(SqliteSession session, string id)
    {
        if (Instances.Find(session, id) is not { HasEnded: false, IsSuspended: false } instance)
        {
            return null;
        }

        List<(long? Execution, HistoryEvent Message)> messages = session.Rows(MessagesFor, ReadMessage, id);
        if (!instance.IsReady && (messages.Count == 0 || instance.Status == Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending))
        {
            // Nothing has come, or the instance is to start at a later instant: what has come waits for that.
            return null;
        }

        return new TurnInput(
            instance,
            session.Rows(PastOf, ReadPast, id),
            [.. messages.Where(message => message.Execution is null || message.Execution == instance.Execution).Select(message => message.Message)],
            messages.Count == 0 ? 0 : messages[^1].Message.Origin);
    }

    private static HistoryEvent ReadPast(SqliteRow row) => new(
        (HistoryKind)row.GetInt32(0), row.GetInt32(1), row.Text(2), row.Text(3), row.GetInt64(4), row.GetInt64(5), row.Text(6));

    private static (long? Execution, HistoryEvent Message) ReadMessage(SqliteRow row) => (
        row.IsDBNull(1) ? null : row.GetInt64(1),
        new HistoryEvent((HistoryKind)row.GetInt32(2), row.GetInt32(3), row.Text(4), row.Text(5), Origin: row.GetInt64(0)));
}
