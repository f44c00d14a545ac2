namespace ComplaintFlow.Crash.Campaign;

/// <summary>How long timers that were due waited while the victim was alive.</summary>
internal sealed class Lateness
{
    private readonly List<(long From, long Until)> _lives = [];

    public void Lived(DateTimeOffset from, DateTimeOffset until) => _lives.Add((from.UtcTicks, until.UtcTicks));

    /// <summary>The longest time that a due timer was not seen by the activity after it although the victim was alive.</summary>
    public TimeSpan Longest(ILookup<string, Execution> executions) => executions.SelectMany(ofInstance => ofInstance
        .Where(execution => execution.NotBefore > 0)
        .GroupBy(execution => (execution.NotBefore, execution.Count))
        .Select(step => Alive(step.Key.NotBefore, step.Min(execution => execution.At)))).DefaultIfEmpty().Max();

    private TimeSpan Alive(long from, long until) =>
        TimeSpan.FromTicks(_lives.Sum(life => Math.Max(0, Math.Min(until, life.Until) - Math.Max(from, life.From))));
}
