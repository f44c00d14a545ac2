namespace ComplaintFlow.Domain.Complaints;

/// <summary>Where a complaint stands in its life.</summary>
public enum Status
{
    Received,
    Acknowledged,
    AwaitingApproval,
    Answered,
    InMediation,
    Closed,
}
