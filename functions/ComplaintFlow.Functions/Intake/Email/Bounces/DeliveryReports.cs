using System.Text;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Verdicts;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email.Bounces;

/// <summary>Tells delivery reports from other mail and reads them.</summary>
internal static partial class DeliveryReports
{
    private const int LongestCopy = 64 * 1024;

    private static readonly string[] OriginalIds = ["X-Original-Message-ID", "Original-Message-ID"];

    /// <param name="text">All the text of the report.</param>
    /// <returns>Null when the mail is no report.</returns>
    public static DeliveryReport? Read(MimeMessage message, MailSender sender, MailRecipients recipients, MailSubject subject, string text)
    {
        List<MimeEntity> parts = [.. Parts(message.Body)];
        if (parts.OfType<MessageDeliveryStatus>().Any() || IsDeliveryReportType(message.Body))
        {
            IReadOnlyList<ReportedRecipient> reported = StandardReports.Read(parts);
            return new DeliveryReport(
                Originals(message, parts, text),
                reported.Count > 0 ? reported : Written(message, sender, recipients, subject, text),
                reported.Count > 0);
        }

        IReadOnlyList<MailParty> failed = MailParties.Of(message.Headers, "X-Failed-Recipients");
        bool isSystem = sender.From.Any(AutomaticSenders.IsSystem) || sender.HasEmptyReturnPath;
        return failed.Count > 0 || (isSystem && WrittenReports.IsSubject(subject.Bare))
            ? new DeliveryReport(Originals(message, parts, text), Written(message, sender, recipients, subject, text), false)
            : null;
    }

    private static IReadOnlyList<ReportedRecipient> Written(MimeMessage message, MailSender sender, MailRecipients recipients, MailSubject subject, string text)
    {
        HashSet<string> others = [.. sender.From.Concat(recipients.All).Select(party => party.Key)];
        return WrittenReports.Read(subject.Text, text, MailParties.Of(message.Headers, "X-Failed-Recipients"), others);
    }

    private static bool IsDeliveryReportType(MimeEntity? body) =>
        body?.ContentType.IsMimeType("multipart", "report") == true
        && string.Equals(body.ContentType.Parameters["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of the report, not those of the mail inside it.</summary>
    private static IEnumerable<MimeEntity> Parts(MimeEntity? body) => body switch
    {
        null => [],
        Multipart multipart => multipart.SelectMany(Parts),
        _ => [body],
    };

    private static IReadOnlyList<string> Originals(MimeMessage message, List<MimeEntity> parts, string text)
    {
        IEnumerable<string?> inside = parts.Select(part => part switch
        {
            MessagePart copy => MessageIds.First(copy.Message?.Headers[HeaderId.MessageId]),
            MimePart headers when headers.ContentType.IsMimeType("message", "*") || headers.ContentType.IsMimeType("text", "rfc822-headers") => InText(Head(headers)),
            _ => null,
        });
        IEnumerable<string?> said = [InText(WrittenReports.Copy(text)), InText(text), .. OriginalIds.Select(name => MessageIds.First(message.Headers[name]))];
        IEnumerable<string?> answered = MessageIds.All(message.Headers[HeaderId.InReplyTo]).Concat(MessageIds.All(message.Headers[HeaderId.References]).Reverse());
        return [.. inside.Concat(said).Concat(answered).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? InText(string copy) => MessageIdLine().Match(copy) is { Success: true } line ? MessageIds.First(line.Groups[1].Value) : null;

    private static string Head(MimePart part)
    {
        using Stream? content = part.Content?.Open();
        byte[] head = new byte[LongestCopy];
        return Encoding.UTF8.GetString(head, 0, content?.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) ?? 0);
    }

    [GeneratedRegex(@"^[> \t]*(?:Original-|X-Original-)?Message-I[dD]:\s*(<[^<>\s]{1,900}>)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageIdLine();
}
