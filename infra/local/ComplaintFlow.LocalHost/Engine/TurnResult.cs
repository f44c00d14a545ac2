using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What a turn came to.</summary>
/// <param name="Added">What the history gains.</param>
/// <param name="Outcome">Where the orchestrator stands.</param>
internal sealed record TurnResult(IReadOnlyList<HistoryEvent> Added, TurnOutcome Outcome)
{
    /// <summary>The timers that are not waited for any more.</summary>
    public IReadOnlyCollection<int> CancelledTimers { get; init; } = [];

    /// <summary>The custom status, as JSON.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>
    /// Completes when the orchestrator, which also waits for something durable, is continued by something that is not;
    /// null unless it waits.
    /// </summary>
    public Task? Intrusion { get; init; }

    /// <summary>Whether the run has ever set a custom status, be it to null.</summary>
    public bool SetsCustomStatus { get; init; }
}

/// <summary>Where an orchestrator stands at the end of a turn.</summary>
internal abstract record TurnOutcome
{
    private TurnOutcome()
    {
    }

    /// <summary>It waits for something.</summary>
    internal sealed record Waits : TurnOutcome;

    /// <summary>It has returned.</summary>
    internal sealed record Returned(string? Output) : TurnOutcome;

    /// <summary>It has thrown, or broken the rules.</summary>
    internal sealed record Threw(TaskFailureDetails Failure) : TurnOutcome;

    /// <summary>It starts afresh.</summary>
    internal sealed record StartsAfresh(string? Input, IReadOnlyList<HistoryEvent> Kept) : TurnOutcome;
}
