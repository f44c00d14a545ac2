using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Activities of all sorts.</summary>
public sealed class Activities(Journal journal, TimeProvider time)
{
    private static int _running;

    [Function(nameof(Note))]
    public string Note([ActivityTrigger] string text)
    {
        journal.Add(text);
        return text.ToUpperInvariant();
    }

    [Function(nameof(NoteNow))]
    public Task NoteNow([ActivityTrigger] string text, FunctionContext context, CancellationToken cancellationToken)
    {
        journal.Add($"{text} {time.GetUtcNow():yyyy-MM-dd HH:mm:ss}");
        return Task.CompletedTask;
    }

    [Function(nameof(Sleep))]
    public async Task Sleep([ActivityTrigger] int minutes)
    {
        await Task.Delay(TimeSpan.FromMinutes(minutes), time);
        journal.Add($"slept until {time.GetUtcNow():HH:mm}");
    }

    [Function(nameof(WaitForGate))]
    public async Task<int> WaitForGate([ActivityTrigger] string gate)
    {
        journal.Add($"at gate {gate} with {Interlocked.Increment(ref _running)}");
        await journal.Gate(gate).Task;
        return Interlocked.Decrement(ref _running);
    }

    [Function(nameof(WaitForever))]
    public async Task WaitForever([ActivityTrigger] string text, CancellationToken cancellationToken)
    {
        journal.Add($"begin {text}");
        await journal.Gate(text).Task.WaitAsync(cancellationToken);
        journal.Add($"end {text}");
    }
}
