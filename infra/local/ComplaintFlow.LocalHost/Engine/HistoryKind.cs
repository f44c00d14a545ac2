namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What a line of history says. The numbers are in the database.</summary>
internal enum HistoryKind
{
    /// <summary>A turn began, at an instant.</summary>
    TurnStarted = 0,

    /// <summary>An event came.</summary>
    EventRaised = 1,

    /// <summary>An activity or a sub-orchestration gave its result.</summary>
    Completed = 2,

    /// <summary>An activity or a sub-orchestration failed.</summary>
    Failed = 3,

    /// <summary>A timer fired.</summary>
    Fired = 4,

    /// <summary>The orchestrator called an activity.</summary>
    Activity = 10,

    /// <summary>The orchestrator set a timer.</summary>
    Timer = 11,

    /// <summary>The orchestrator called another.</summary>
    SubOrchestration = 12,

    /// <summary>The orchestrator sent an event.</summary>
    EventSent = 13,
}
