namespace ComplaintFlow.Functions.Intake.Email.Verdicts;

/// <summary>Why a mail is not a complaint by a person: it is parked, never answered, never dropped.</summary>
/// <param name="Evidence">What shows it: a header with its value, a subject, a type; one line, at most 200 characters.</param>
public sealed record AutomaticMail(AutomaticKind Kind, string Evidence);

/// <summary>The kinds of automatic mails, in the order in which they are looked for: the first that fits is the verdict.</summary>
public enum AutomaticKind
{
    /// <summary>One of ours that came back.</summary>
    Ours,

    /// <summary>A delivery report (RFC 3464, or in a form of its own).</summary>
    DeliveryReport,

    /// <summary>A read receipt (RFC 8098).</summary>
    ReadReceipt,

    /// <summary>Another report (multipart/report, RFC 6522), an abuse report for instance.</summary>
    Report,

    /// <summary>An invitation or an answer to one (RFC 6047).</summary>
    Calendar,

    /// <summary>Somebody is away.</summary>
    Vacation,

    /// <summary>A mailing list or a newsletter (RFC 2919, 2369).</summary>
    List,

    /// <summary>A program says of itself that it answers or sends (RFC 3834, Auto-Submitted; headers of other programs).</summary>
    Declared,

    /// <summary>Mass mail (Precedence).</summary>
    Bulk,

    /// <summary>An empty envelope sender, or a sender that is a mail system.</summary>
    System,

    /// <summary>A sender that takes no answers, and no other address to answer to.</summary>
    NoReply,
}
