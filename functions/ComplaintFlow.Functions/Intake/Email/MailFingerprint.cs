using System.Globalization;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using ComplaintFlow.Functions.Intake.Email.Files;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>What the writer of a mail wrote, as a hash. What servers add on the way is no part of it.</summary>
internal static class MailFingerprint
{
    private static readonly HeaderId[] Written = [HeaderId.From, HeaderId.Date, HeaderId.Subject, HeaderId.InReplyTo];

    public static string Of(HeaderList headers, MailText text, IReadOnlyList<IncomingAttachment> attachments)
    {
        string[] parts =
        [
            .. Written.Select(id => headers[id]?.Trim() ?? ""),
            text.Words,
            text.Quoted,
            text.Signature,
            .. attachments.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Size} {file.FileName}")),
        ];
        return PartsHash.Of(parts);
    }
}
