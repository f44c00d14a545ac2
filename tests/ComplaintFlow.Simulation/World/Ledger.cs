namespace ComplaintFlow.Simulation.World;

/// <summary>What came of a request, as far as its sender knows.</summary>
internal enum DeedOutcome
{
    /// <summary>Acknowledged as done.</summary>
    Done,

    /// <summary>Answered as done before, or done: a page does not say which.</summary>
    DoneOrBefore,

    Refused,

    /// <summary>The connection was lost, or the program failed.</summary>
    Unknown,
}

/// <summary>What somebody asked the program to do.</summary>
/// <param name="Reference">The complaint.</param>
/// <param name="By"><c>client</c>, or the address of a member of staff.</param>
/// <param name="Action">As the contract names it.</param>
/// <param name="Outcome">What the sender was told.</param>
internal sealed record Deed(string Reference, string By, string Action, DeedOutcome Outcome);

/// <summary>A complaint that somebody wanted to open.</summary>
internal sealed class Opening
{
    /// <summary>What nobody else's complaint says.</summary>
    public required string Subject { get; init; }

    /// <summary>Whether posts carried an <c>Idempotency-Key</c>.</summary>
    public required bool HasKey { get; init; }

    /// <summary>How many posts were answered by nobody knows what.</summary>
    public int Unknown { get; set; }

    /// <summary>Every answer that acknowledged it.</summary>
    public List<string> References { get; } = [];
}

/// <summary>What was asked of the program and what it answered, written down by the people who asked.</summary>
internal sealed class Ledger
{
    public List<Opening> Openings { get; } = [];

    public List<Deed> Deeds { get; } = [];
}
