namespace ComplaintFlow.Functions.Intake.Email.Bounces;

/// <summary>What a mail system says about a mail of ours.</summary>
/// <param name="OriginalMessageIds">The mail it is about, normalised like <see cref="IncomingMail.MessageId"/>: that of the copy inside the report first, then what its headers refer to. More than one is a choice of candidates; empty when the report does not say.</param>
/// <param name="Recipients">Empty when the report names nobody.</param>
/// <param name="IsStandard">Whether it is in the form of RFC 3464; otherwise it was read from its words.</param>
public sealed record DeliveryReport(IReadOnlyList<string> OriginalMessageIds, IReadOnlyList<ReportedRecipient> Recipients, bool IsStandard)
{
    /// <summary>Whether a mail was given up for somebody; a report of delays only asks for patience.</summary>
    public bool HasFailed => Recipients.Any(recipient => recipient.Action == DeliveryAction.Failed);
}

/// <summary>What became of the mail to one person.</summary>
/// <param name="Address">As in <see cref="MailParty.Address"/>; the original one where the report tells it apart from that of a forward.</param>
/// <param name="Status">The enhanced status code (RFC 3463) such as 5.1.1; null when the report gives none.</param>
/// <param name="Reason">One line, at most 300 characters; empty when the report gives none.</param>
/// <param name="IsPermanent">Whether a repetition is pointless: a status of class 5, or a failure without any. A failure after days of trying (4.4.7) is final for that mail, but not permanent.</param>
public sealed record ReportedRecipient(string Address, DeliveryAction Action, string? Status, string Reason, bool IsPermanent);

/// <summary>The actions of RFC 3464, 2.3.3.</summary>
public enum DeliveryAction
{
    /// <summary>Given up.</summary>
    Failed,

    /// <summary>Not yet delivered, tried again.</summary>
    Delayed,

    Delivered,

    /// <summary>Handed to a system that sends no reports.</summary>
    Relayed,

    /// <summary>Delivered to a list, spread from there.</summary>
    Expanded,
}
