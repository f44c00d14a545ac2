namespace ComplaintFlow.Crash.Campaign;

/// <summary>What a campaign came to.</summary>
/// <param name="Summary">Its figures, in one line.</param>
/// <param name="Faults">What was lost, doubled or out of order; empty when all is well.</param>
internal sealed record Outcome(string Summary, IReadOnlyList<string> Faults);
