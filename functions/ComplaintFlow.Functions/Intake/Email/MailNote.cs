namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Something a person who looks at the mail should know.</summary>
/// <param name="Detail">What it concerns (a file, a charset), one line; empty when the kind says all.</param>
public sealed record MailNote(MailNoteKind Kind, string Detail = "");

/// <summary>The kinds of notes. Pages word them.</summary>
public enum MailNoteKind
{
    /// <summary>The label of the charset was wrong or unknown; the text was read as the detail says.</summary>
    CharsetGuessed,

    /// <summary>Longer than is kept as words: the whole is an attachment.</summary>
    TextCut,

    /// <summary>The subject was longer than is kept.</summary>
    SubjectCut,

    /// <summary>Several From addresses.</summary>
    SeveralSenders,

    /// <summary>The sender's name shows another address than the real one.</summary>
    MisleadingName,

    /// <summary>The answer goes to another domain than that of the sender.</summary>
    RepliesElsewhere,

    /// <summary>Sent by a form or a relay on behalf of the person of the reply address.</summary>
    Relayed,

    /// <summary>Signed (S/MIME or PGP); the signature is kept and not verified.</summary>
    Signed,

    /// <summary>Encrypted (S/MIME or PGP): kept as it is, its text cannot be read here.</summary>
    Encrypted,

    /// <summary>A winmail.dat was unpacked.</summary>
    TnefUnpacked,

    /// <summary>A winmail.dat could not be unpacked and is kept as it is.</summary>
    TnefKept,

    /// <summary>A file was uuencoded in the text and is now an attachment.</summary>
    Uuencoded,

    /// <summary>The type of a file is not what its name or label says.</summary>
    TypeDiffers,

    /// <summary>A file is a program or a script.</summary>
    Program,

    /// <summary>Attached mails inside attached mails, or files, beyond what is listed: they are in the raw message only.</summary>
    NotListed,

    /// <summary>A part of the reading failed; the detail names the part and the error.</summary>
    Failed,
}
