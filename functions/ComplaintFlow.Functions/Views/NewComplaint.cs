using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Views;

/// <summary>The answer to a new complaint. <paramref name="TrackingUrl"/> is absolute.</summary>
public sealed record NewComplaint(
    string Reference,
    Status Status,
    int Level,
    DateOnly ReceivedOn,
    DateOnly AcknowledgeBy,
    DateOnly RespondBy,
    DateOnly MediatorFrom,
    DateOnly? MediatorUntil,
    string TrackingUrl);
