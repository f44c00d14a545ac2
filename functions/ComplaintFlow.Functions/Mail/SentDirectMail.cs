using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail;

/// <summary>A mail that belongs to no complaint's outbox and left, or was about to.</summary>
/// <param name="Id">The left side of its Message-ID.</param>
/// <param name="To">The address.</param>
public sealed record SentDirectMail(Guid Id, MailKind Kind, string To);
