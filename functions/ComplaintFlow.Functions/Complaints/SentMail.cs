using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>A mail of ours that left.</summary>
/// <param name="Reference">The complaint it was about.</param>
/// <param name="Effect">Which of its outbox.</param>
public sealed record SentMail(Reference Reference, Guid Effect);
