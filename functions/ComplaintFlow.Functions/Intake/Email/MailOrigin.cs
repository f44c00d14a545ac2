namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>What tells whether a mail is one of ours that came back: whoever knows our addresses decides.</summary>
/// <param name="MessageId">As in <see cref="IncomingMail.MessageId"/>.</param>
/// <param name="From">The addresses of From, Sender and Return-Path.</param>
/// <param name="Kind">The header X-ComplaintFlow-Kind; null when there is none.</param>
/// <param name="Reference">The header X-ComplaintFlow-Reference; null when there is none.</param>
public sealed record MailOrigin(string MessageId, IReadOnlyList<MailParty> From, string? Kind, string? Reference);
