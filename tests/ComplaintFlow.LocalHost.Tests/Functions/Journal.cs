using System.Collections.Concurrent;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>What test functions note down.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);

    /// <summary>A gate that holds whoever awaits it until it is opened.</summary>
    public TaskCompletionSource Gate(string name) =>
        _gates.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
