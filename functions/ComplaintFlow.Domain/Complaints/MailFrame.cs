namespace ComplaintFlow.Domain.Complaints;

/// <summary>What stands around a person's words when they came by mail. Personal data, as the words are.</summary>
/// <param name="Id">The Message-ID as its sender wrote it, without brackets, for answers to name; null for none that could be named.</param>
/// <param name="Quoted">The history quoted below or between the words; null for none.</param>
/// <param name="Signature">Null for none.</param>
public sealed record MailFrame(string? Id, string? Quoted = null, string? Signature = null);
