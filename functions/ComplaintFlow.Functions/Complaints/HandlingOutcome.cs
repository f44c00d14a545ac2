using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>What became of a command.</summary>
public abstract record HandlingOutcome
{
    private HandlingOutcome()
    {
    }

    public sealed record Done(StoredComplaint Complaint) : HandlingOutcome;

    public sealed record AlreadyDone(StoredComplaint Complaint) : HandlingOutcome;

    public sealed record Refused(Refusal Refusal, StoredComplaint? Complaint) : HandlingOutcome;

    public sealed record NotFound : HandlingOutcome;

    /// <summary>The caller saw an older version (<c>If-Match</c>).</summary>
    public sealed record OutOfDate(StoredComplaint Complaint) : HandlingOutcome;
}
