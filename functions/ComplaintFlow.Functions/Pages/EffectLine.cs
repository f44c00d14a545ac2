namespace ComplaintFlow.Functions.Pages;

/// <summary>One mail of the outbox, as the firm's page lists it.</summary>
/// <param name="Kind">The wire name of the kind of mail.</param>
/// <param name="To">The address, or <c>client</c>.</param>
/// <param name="Status"><c>pending</c>, <c>sent</c>, <c>delivered</c> or <c>failed</c>.</param>
/// <param name="At">When it reached that status, with the firm's offset.</param>
/// <param name="Error">Why it failed.</param>
public sealed record EffectLine(string Id, string Kind, string To, string Status, DateTimeOffset? At, int Attempts, string? Error);
