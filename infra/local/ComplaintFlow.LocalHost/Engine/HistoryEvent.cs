namespace ComplaintFlow.LocalHost.Engine;

/// <summary>A line of history, or a message about to become one.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Task">The step it is about, from 0; -1 when none.</param>
/// <param name="Name">The name of the activity, orchestrator or event.</param>
/// <param name="Data">JSON: input, result, failure or payload.</param>
/// <param name="At">Ticks of an instant in UTC: of the turn, or when a timer is due.</param>
/// <param name="Target">The instance called or told.</param>
internal sealed record HistoryEvent(
    HistoryKind Kind, int Task = -1, string? Name = null, string? Data = null, long At = 0, string? Target = null)
{
    /// <summary>Whether the orchestrator itself made this step.</summary>
    public bool IsStep => Kind >= HistoryKind.Activity;

    /// <summary>The step in words, for people who look for the one that changed.</summary>
    public string Describe() => Kind switch
    {
        HistoryKind.Activity => $"step {Task}, activity '{Name}'",
        HistoryKind.Timer => $"step {Task}, timer",
        HistoryKind.SubOrchestration => $"step {Task}, sub-orchestration '{Name}'",
        HistoryKind.EventSent => $"step {Task}, event '{Name}' sent to '{Target}'",
        _ => $"{Kind} of step {Task}",
    };
}
