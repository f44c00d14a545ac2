namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>What a process with sleeping instances said of itself.</summary>
/// <param name="ReadyAfter">From its start, the runtime's own included, until it had started everything.</param>
/// <param name="ResidentBytes">After a collection.</param>
/// <param name="IdleShare">Of one processor, 0 to 1, while nothing happened.</param>
internal sealed record SleepReport(TimeSpan ReadyAfter, long ResidentBytes, double IdleShare);
