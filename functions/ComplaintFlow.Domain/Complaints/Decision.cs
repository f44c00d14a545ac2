namespace ComplaintFlow.Domain.Complaints;

/// <summary>What the domain says to a command. Expected refusals are values.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Done: these facts are to be journalled, in this order.</summary>
    public sealed record Accepted(IReadOnlyList<Entry> Entries) : Decision;

    /// <summary>It was done before; nothing changes.</summary>
    public sealed record AlreadyDone : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;

    internal static Decision Accept(params Entry[] entries) => new Accepted(entries);

    internal static Decision Accept(ComplaintEvent fact, PrivatePart? part = null) => new Accepted([new Entry(fact, part)]);

    internal static Decision Done { get; } = new AlreadyDone();

    internal static Decision Refuse(Refusal refusal) => new Refused(refusal);
}
