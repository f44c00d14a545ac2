using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Crash.Victim;

/// <summary>The activities of the load. Each execution has a token of its own and is written down before its result is given.</summary>
public sealed class Steps(RunLog runs, TimeProvider time)
{
    [Function(nameof(Quick))]
    public string Quick([ActivityTrigger] Step step) => runs.Add(step, nameof(Quick));

    /// <summary>Fails every other time.</summary>
    [Function(nameof(Flaky))]
    public string Flaky([ActivityTrigger] Step step) =>
        RandomNumberGenerator.GetInt32(2) == 0 ? runs.Add(step, nameof(Flaky)) : throw new InvalidOperationException("flaky");

    [Function(nameof(Slow))]
    public async Task<string> Slow([ActivityTrigger] Step step)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(60)), time);
        return runs.Add(step, nameof(Slow));
    }

    [Function(nameof(Fail))]
    public string Fail([ActivityTrigger] Step step) => throw new InvalidOperationException(runs.Add(step, nameof(Fail)));
}
