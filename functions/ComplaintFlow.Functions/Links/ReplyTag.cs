using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Links;

/// <summary>A tag found in an address that a mail was sent to.</summary>
/// <param name="IsGenuine">Whether it was made here; otherwise somebody made the address up.</param>
public sealed record ReplyTag(Reference Reference, bool IsGenuine);
