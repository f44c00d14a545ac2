using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Stores a turn: one change of the writer.</summary>
internal static class TurnCommit
{
    /// <summary>Stores the turn and tells what follows from it; null when the run was ended meanwhile and the turn is void.</summary>
    public static Consequences? Apply(SqliteSession session, TurnInput input, TurnResult result, long now)
    {
        InstanceRow instance = input.Instance;
        if (!Instances.IsUnderWay(session, instance))
        {
            return null;
        }

        Consequences consequences = new();
        if (input.LastMessage is { } last)
        {
            session.Run("DELETE FROM messages WHERE instance = $1 AND seq <= $2", instance.Number, last);
        }

        foreach (HistoryEvent step in result.Added.Where(added => added.IsStep))
        {
            CarryOut(session, instance, step, now, consequences);
        }

        foreach (int timer in result.CancelledTimers)
        {
            consequences.TimersChanged |= session.Run("DELETE FROM timers WHERE instance = $1 AND task = $2", instance.Number, timer) > 0;
        }

        // In its first turn a run that sets none still shows that of the run before it, as on Azure. After the second
        // only its own can be there to take away.
        if (result.CustomStatus is not null || input.Turns == 1 || (input.Turns > 1 && result.SetsCustomStatus))
        {
            session.Run("UPDATE instances SET custom = $2 WHERE number = $1", instance.Number, result.CustomStatus);
        }

        Conclude(session, input, result, now, consequences);
        return consequences;
    }

    private static void Conclude(SqliteSession session, TurnInput input, TurnResult result, long now, Consequences consequences)
    {
        InstanceRow instance = input.Instance;
        switch (result.Outcome)
        {
            case TurnOutcome.StartsAfresh afresh:
                StartAfresh(session, instance, afresh, Math.Max(now, result.Added[0].At));
                consequences.TimersChanged = true;
                consequences.Ready.Add(instance.Id);
                return;
            case TurnOutcome.Returned returned:
                Instances.End(session, instance, OrchestrationRuntimeStatus.Completed, returned.Output, null, now, consequences);
                break;
            case TurnOutcome.Threw threw:
                Instances.End(session, instance, OrchestrationRuntimeStatus.Failed, threw.Failure.ToString(), threw.Failure, now, consequences);
                break;
            case TurnOutcome.Waits:
                session.Run(
                    "UPDATE instances SET status = $2, ready = 0, updated = $3 WHERE number = $1",
                    instance.Number, (int)OrchestrationRuntimeStatus.Running, now);
                break;
        }

        session.Run(
            "INSERT INTO history (instance, turn, lines) VALUES ($1, $2, $3)",
            instance.Number, input.Turns, HistoryLines.Pack(result.Added));
    }

    private static void StartAfresh(SqliteSession session, InstanceRow instance, TurnOutcome.StartsAfresh afresh, long now)
    {
        session.Run("DELETE FROM history WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM timers WHERE instance = $1", instance.Number);
        session.Run("DELETE FROM messages WHERE instance = $1 AND execution IS NOT NULL", instance.Number);

        // Before what has come since.
        long seq = (session.Scalar("SELECT MIN(seq) FROM messages WHERE instance = $1", instance.Number) as long? ?? 1) - afresh.Kept.Count;
        foreach (HistoryEvent kept in afresh.Kept)
        {
            session.Run(
                "INSERT INTO messages (instance, seq, kind, task, name, data) VALUES ($1, $2, $3, -1, $4, $5)",
                instance.Number, seq++, (int)kept.Kind, kept.Name, kept.Data);
        }

        session.Run(
            "UPDATE instances SET execution = $2, status = $3, ready = 1, input = $4, created = $5, updated = $5 WHERE number = $1",
            instance.Number, Instances.NewExecution(), (int)OrchestrationRuntimeStatus.Running, afresh.Input, now);
    }

    private static void CarryOut(SqliteSession session, InstanceRow instance, HistoryEvent step, long now, Consequences consequences)
    {
        switch (step.Kind)
        {
            case HistoryKind.Activity:
                session.Run(
                    "INSERT INTO activities (instance, execution, task, name, input) VALUES ($1, $2, $3, $4, $5)",
                    instance.Number, instance.Execution, step.Task, step.Name, step.Data);
                consequences.Activities.Add(new ActivityCall(instance.Number, instance.Id, instance.Execution, step.Task, step.Name!, step.Data));
                break;
            case HistoryKind.Timer:
                session.Run(
                    "INSERT INTO timers (instance, task, execution, due) VALUES ($1, $2, $3, $4)",
                    instance.Number, step.Task, instance.Execution, step.At);
                consequences.TimersChanged = true;
                break;
            case HistoryKind.EventSent when Instances.Raise(session, step.Target!, step.Name!, step.Data):
                consequences.Ready.Add(step.Target!);
                break;
            case HistoryKind.SubOrchestration:
                Call(session, instance, step, now);
                consequences.Ready.Add(step.Target!);
                consequences.Ready.Add(instance.Id);
                break;
        }
    }

    private static void Call(SqliteSession session, InstanceRow instance, HistoryEvent step, long now)
    {
        try
        {
            NewInstance start = new(step.Target!, step.Name!, step.Data) { Parent = instance, ParentTask = step.Task };
            Instances.Start(session, start, now);
        }
        catch (global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException exception)
        {
            TaskFailureDetails failure = new("(unknown)", exception.Message, null, null, null);
            Instances.Answer(session, instance.Id, instance.Execution, new HistoryEvent(HistoryKind.Failed, step.Task, step.Name, Payload.Write(failure)));
        }
    }
}
