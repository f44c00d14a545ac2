namespace ComplaintFlow.Crash.Victim;

/// <summary>The events of the load.</summary>
internal static class Words
{
    public const string Name = "word";

    /// <summary>The last one of all.</summary>
    public const long End = long.MaxValue;
}
