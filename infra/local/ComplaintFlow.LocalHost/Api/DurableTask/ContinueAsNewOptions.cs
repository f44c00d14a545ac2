namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts afresh.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the next run.</summary>
    public object? NewInput { get; set; }

    /// <summary>Whether events that nothing waited for go on to the next run; true unless set.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
