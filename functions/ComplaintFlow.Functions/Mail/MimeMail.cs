using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using MimeKit;

namespace ComplaintFlow.Functions.Mail;

/// <summary>A mail as MIME (RFC 5322, RFC 2046, RFC 6532): the one place that does it. The same mail gives the same bytes.</summary>
public static class MimeMail
{
    /// <summary>Twenty of them stay within the size that mail servers grant a header.</summary>
    private const int LongestNamed = 250;

    /// <exception cref="ParseException">The recipient is not an e-mail address.</exception>
    public static MimeMessage Of(OutgoingMail mail)
    {
        MimeMessage message = new()
        {
            Subject = OneLine(mail.Subject),
            Date = mail.At,
            MessageId = MessageIdOf(mail.Id, mail.FromAddress),
            Body = new MultipartAlternative { Boundary = $"=-{mail.Id:N}" },
        };
        message.From.Add(Address(mail.FromName, mail.FromAddress));
        message.To.Add(Address(mail.ToName, mail.To));
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Address(null, replyTo));
        }

        message.References.AddRange(mail.Thread.Where(IsNameable));
        message.InReplyTo = message.References.LastOrDefault();
        message.Headers.Add("X-ComplaintFlow-Kind", WireName.Of(mail.Kind));
        if (mail.Reference is { } reference)
        {
            message.Headers.Add("X-ComplaintFlow-Reference", OneLine(reference));
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language == Domain.Procedure.Language.English ? "en" : "fr");
        MultipartAlternative body = (MultipartAlternative)message.Body;
        body.Add(Part("plain", mail.Text));
        body.Add(Part("html", mail.Html));
        return message;
    }

    /// <summary>The Message-ID of a mail of ours, without brackets.</summary>
    /// <param name="fromAddress">The sender's address, whose domain it takes.</param>
    public static string MessageIdOf(Guid id, string fromAddress) => $"{id:D}@{DomainOf(fromAddress)}";

    /// <summary>Whether a Message-ID can stand in a header: one word of printable ASCII, an at sign inside (RFC 5322, 3.6.4).</summary>
    public static bool IsNameable(string messageId) =>
        messageId.Length is > 2 and <= LongestNamed
        && messageId.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < messageId.Length - 1
        && messageId.All(c => c is > ' ' and <= '~' and not ('<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\'));

    /// <summary>Whether the recipient's address needs a server that takes UTF-8 addresses (SMTPUTF8).</summary>
    public static bool NeedsUtf8(OutgoingMail mail) =>
        mail.To[..Math.Max(0, mail.To.LastIndexOf('@'))].Any(c => !char.IsAscii(c));

    private static MailboxAddress Address(string? name, string address)
    {
        MailboxAddress parsed = MailboxAddress.Parse(OneLine(address));
        return string.IsNullOrEmpty(parsed.Domain)
            ? throw new ParseException("An address has a domain.", 0, 0)
            : new MailboxAddress(name is null ? null : OneLine(name), parsed.Address);
    }

    private static TextPart Part(string subtype, string text)
    {
        TextPart part = new(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    /// <summary>A line break in a header would start another one.</summary>
    private static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static string DomainOf(string address)
    {
        string domain = OneLine(address)[(address.LastIndexOf('@') + 1)..];
        return new IdnMapping().GetAscii(domain);
    }
}
