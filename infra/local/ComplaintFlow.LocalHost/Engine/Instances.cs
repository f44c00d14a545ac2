using System.Security.Cryptography;
using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What is done to instances from outside a turn; each is one change of the writer.</summary>
internal static class Instances
{
    private const string Columns =
        "number, id, name, execution, status, suspended, ready, input, parent_id, parent_name, parent_execution, parent_task, created";

    public static InstanceRow? Find(SqliteSession session, string id) =>
        session.First($"SELECT {Columns} FROM instances WHERE id = $1", Read, id);

    /// <summary>Starts an instance, in the place of one that has ended, and gives its number.</summary>
    /// <exception cref="OrchestrationAlreadyExistsException">The present one has not ended.</exception>
    public static long Start(SqliteSession session, NewInstance start, long now)
    {
        if (Find(session, start.Id) is { } present)
        {
            if (!present.HasEnded)
            {
                throw Exists(start.Id);
            }

            Forget(session, present);
        }

        bool waits = start.StartAt > now;
        long number = (long)session.Scalar(
            """
            INSERT INTO instances (id, name, execution, status, ready, created, updated, input, tags, parent_id, parent_name, parent_execution, parent_task)
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12)
            RETURNING number
            """,
            start.Id,
            start.Name,
            start.Execution,
            (int)OrchestrationRuntimeStatus.Pending,
            waits ? 0 : 1,
            now,
            start.Input,
            start.Tags is { Count: > 0 } tags ? JsonSerializer.Serialize(tags) : null,
            start.Parent?.Id,
            start.Parent?.Name,
            start.Parent?.Execution ?? 0,
            start.ParentTask)!;
        if (waits)
        {
            session.Run("INSERT INTO timers (instance, task, execution, due) VALUES ($1, -1, $2, $3)", number, start.Execution, start.StartAt);
        }

        return number;
    }

    /// <summary>Leaves an event for an instance.</summary>
    /// <returns>False when the instance is missing or has ended: the event is lost.</returns>
    public static bool Raise(SqliteSession session, string id, string name, string? data)
    {
        if (Find(session, id) is not { HasEnded: false } instance)
        {
            return false;
        }

        AddMessage(session, instance.Number, null, new HistoryEvent(HistoryKind.EventRaised, Name: name, Data: data));
        return true;
    }

    /// <summary>Leaves the result of a step for the run that made it.</summary>
    /// <returns>False when that run is over.</returns>
    public static bool Answer(SqliteSession session, string id, long execution, HistoryEvent answer)
    {
        if (Find(session, id) is not { HasEnded: false } instance || instance.Execution != execution)
        {
            return false;
        }

        AddMessage(session, instance.Number, execution, answer);
        return true;
    }

    /// <summary>Takes away the row of an activity that has been carried out.</summary>
    /// <returns>False when it is gone: nobody waits for the result.</returns>
    public static bool TakeActivity(SqliteSession session, ActivityCall call) => session.Run(
        "DELETE FROM activities WHERE instance = $1 AND execution = $2 AND task = $3", call.Instance, call.Execution, call.Task) > 0;

    /// <summary>Ends a run: nothing is left of what it waited for, and the caller, if there is one, is told.</summary>
    public static void End(
        SqliteSession session, InstanceRow instance, OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, long now, Consequences consequences)
    {
        session.Run(
            "UPDATE instances SET status = $2, suspended = 0, ready = 0, output = $3, failure = $4, updated = $5 WHERE number = $1",
            instance.Number, (int)status, output, Payload.Write(failure), now);
        session.Run("DELETE FROM messages WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM timers WHERE instance = $1", instance.Number);
        consequences.TimersChanged = true;
        if (instance.ParentId is not { } parent)
        {
            return;
        }

        HistoryEvent answer = status == OrchestrationRuntimeStatus.Completed
            ? new HistoryEvent(HistoryKind.Completed, instance.ParentTask, instance.Name, output)
            : new HistoryEvent(HistoryKind.Failed, instance.ParentTask, instance.Name, Payload.Write(failure ?? Terminated(instance.Id)));
        if (Answer(session, parent, instance.ParentExecution, answer))
        {
            consequences.Ready.Add(parent);
        }
    }

    /// <summary>Removes all traces of an instance; activities under way end without anyone to tell.</summary>
    public static void Forget(SqliteSession session, InstanceRow instance)
    {
        session.Run("DELETE FROM instances WHERE number = $1", instance.Number);
        session.Run("DELETE FROM history WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM messages WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM activities WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM timers WHERE instance = $1", instance.Number);
    }

    /// <summary>Whether a run is the present one of its instance and has not ended.</summary>
    public static bool IsUnderWay(SqliteSession session, InstanceRow run) =>
        session.Scalar("SELECT status FROM instances WHERE number = $1 AND execution = $2", run.Number, run.Execution) is long status
        && !InstanceRow.HasEndedAs((OrchestrationRuntimeStatus)status);

    /// <summary>The number of a run, different from those before it.</summary>
    public static long NewExecution() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    public static OrchestrationAlreadyExistsException Exists(string id) => new($"An orchestration with the id '{id}' exists and has not ended.");

    private static void AddMessage(SqliteSession session, long instance, long? execution, HistoryEvent message) => session.Run(
        """
        INSERT INTO messages (instance, seq, execution, kind, task, name, data)
        VALUES ($1, (SELECT COALESCE(MAX(seq), 0) + 1 FROM messages WHERE instance = $1), $2, $3, $4, $5, $6)
        """,
        instance, execution, (int)message.Kind, message.Task, message.Name, message.Data);

    private static TaskFailureDetails Terminated(string id) =>
        new("(unknown)", $"The sub-orchestration '{id}' was terminated.", null, null, null);

    private static InstanceRow Read(SqliteRow row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3),
        (OrchestrationRuntimeStatus)row.GetInt32(4),
        row.GetBoolean(5),
        row.GetBoolean(6),
        row.Text(7),
        row.Text(8),
        row.Text(9),
        row.GetInt64(10),
        row.GetInt32(11),
        row.GetInt64(12));
}
