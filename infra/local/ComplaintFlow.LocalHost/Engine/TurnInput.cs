using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What a turn starts from.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Turns">How many turns the run has had.</param>
/// <param name="Past">Its history.</param>
/// <param name="Arrived">The messages of this turn, in order.</param>
/// <param name="LastMessage">The number of the last message read, those of former runs included; null when none was.</param>
internal sealed record TurnInput(InstanceRow Instance, int Turns, List<HistoryEvent> Past, List<HistoryEvent> Arrived, long? LastMessage)
{
    private const string PastOf = "SELECT lines FROM history WHERE instance = $1 ORDER BY turn";
    private const string MessagesFor = "SELECT seq, execution, kind, task, name, data FROM messages WHERE instance = $1 ORDER BY seq";

    /// <summary>Reads it; null when the instance has nothing to do.</summary>
    /// <param name="session">The file.</param>
    /// <param name="id">The instance.</param>
    /// <param name="arrivals">What has come for it and is not in the file: it comes after what is.</param>
    public static TurnInput? Read(SqliteSession session, string id, IReadOnlyList<Arrival> arrivals)
    {
        if (Instances.Find(session, id) is not { HasEnded: false, IsSuspended: false } instance)
        {
            return null;
        }

        List<(long Seq, long? Execution, HistoryEvent Message)> messages = session.Rows(MessagesFor, ReadMessage, instance.Number);
        HistoryEvent[] brought = [.. arrivals.Where(arrival => arrival.IsFor(instance)).Select(arrival => arrival.Message)];
        if (!instance.IsReady && (messages.Count + brought.Length == 0 || instance.Status == OrchestrationRuntimeStatus.Pending))
        {
            // Nothing has come, or the instance is to start at a later instant: what has come waits for that.
            return null;
        }

        List<HistoryEvent> past = [];
        int turns = session.Rows(PastOf, row => Unpack(row, past), instance.Number).Count;
        return new TurnInput(
            instance,
            turns,
            past,
            [.. messages.Where(message => message.Execution is null || message.Execution == instance.Execution).Select(message => message.Message), .. brought],
            messages.Count == 0 ? null : messages[^1].Seq);
    }

    private static bool Unpack(SqliteRow row, List<HistoryEvent> past)
    {
        HistoryLines.Unpack(row.GetBytes(0), past);
        return true;
    }

    private static (long Seq, long? Execution, HistoryEvent Message) ReadMessage(SqliteRow row) => (
        row.GetInt64(0),
        row.IsDBNull(1) ? null : row.GetInt64(1),
        new HistoryEvent((HistoryKind)row.GetInt32(2), row.GetInt32(3), row.Text(4), row.Text(5)));
}
