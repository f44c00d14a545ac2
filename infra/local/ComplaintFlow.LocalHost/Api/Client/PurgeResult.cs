namespace Microsoft.DurableTask.Client;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>A purge of that many instances.</summary>
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    /// <summary>A purge of that many instances.</summary>
    public PurgeResult(int count, bool? isComplete)
    {
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    /// <summary>How many instances are gone.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether all that matched are gone; null when unknown.</summary>
    public bool? IsComplete { get; }
}
