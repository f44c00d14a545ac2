namespace ComplaintFlow.Domain.Complaints;

/// <summary>A mail to be sent because of one journal line.</summary>
/// <param name="Line">The number of the journal line that brings it; with kind and recipient it identifies the mail.</param>
public sealed record Notice(MailKind Kind, Recipient To, int Line);
