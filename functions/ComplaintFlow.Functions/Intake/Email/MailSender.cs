using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Who sent a mail, in all the ways it says so.</summary>
/// <param name="From">The authors, normally one.</param>
/// <param name="ReplyTo">Where they want answers.</param>
/// <param name="Sender">Who sent it for them.</param>
/// <param name="ReturnPath">Where bounces of it go; null when the header is missing or empty.</param>
/// <param name="HasEmptyReturnPath">Whether the envelope had no sender (<c>&lt;&gt;</c>, RFC 5321, 4.5.5): no answer may be sent.</param>
public sealed record MailSender(
    IReadOnlyList<MailParty> From, IReadOnlyList<MailParty> ReplyTo, MailParty? Sender, MailParty? ReturnPath, bool HasEmptyReturnPath)
{
    /// <summary>The person: the author, else who sent it; null when the mail says nothing.</summary>
    public MailParty? Author => From.Count > 0 ? From[0] : Sender ?? (ReplyTo.Count > 0 ? ReplyTo[0] : ReturnPath);

    /// <summary>The address a reply goes to (RFC 5322, 3.6.2); null when there is none.</summary>
    public MailParty? AnswerTo => ReplyTo.Count > 0 ? ReplyTo[0] : Author;

    /// <summary>The name to address the person by: that of the reply address for a relayed form, else the author's, else the local part.</summary>
    public string DisplayName
    {
        get
        {
            MailParty? person = AnswerTo?.Name.Length > 0 ? AnswerTo : Author;
            return person is null ? "" : person.Name.Length > 0 && !person.HasMisleadingName ? person.Name : person.LocalPart;
        }
    }

    /// <summary>Reads the headers From, Reply-To, Sender and Return-Path.</summary>
    public static MailSender Read(HeaderList headers)
    {
        string? returnPath = headers[HeaderId.ReturnPath];
        return new MailSender(
            MailParties.Of(headers, HeaderId.From),
            MailParties.Of(headers, HeaderId.ReplyTo),
            First(MailParties.Of(headers, HeaderId.Sender)),
            First(MailParties.Of(headers, HeaderId.ReturnPath)),
            returnPath is not null && returnPath.Trim() is "" or "<>" or "< >");
    }

    private static MailParty? First(IReadOnlyList<MailParty> parties) => parties is [var first, ..] ? first : null;
}
