namespace ComplaintFlow.Domain.Procedure;

/// <summary>The approval of one level. <paramref name="Reason"/> is required with <see cref="ApproverRole.None"/>.</summary>
public sealed record Approval(ApproverRole By, string? Reason = null);
