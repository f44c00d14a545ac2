namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>What became of a mail.</summary>
/// <param name="Reference">The complaint; for a parked mail the id under which it waits; null for a report about a mail outside the complaints, and for a mail that came too long ago.</param>
/// <param name="Reason">Why, for a machine; null when the outcome says all.</param>
public sealed record MailOutcome(MailFiling Outcome, string? Reference, string? Reason = null);

/// <summary>Where a mail went.</summary>
public enum MailFiling
{
    /// <summary>A new complaint.</summary>
    Opened,

    /// <summary>To a known complaint, whose client wrote it.</summary>
    Attached,

    /// <summary>It had come before.</summary>
    Duplicate,

    /// <summary>A report about a mail of ours.</summary>
    Bounce,

    /// <summary>Set aside for a person to look at.</summary>
    Parked,
}
