using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] parts =
        [
            .. Written.Select(id => headers[id]?.Trim() ?? ""),
            text.Words,
            text.Quoted,
            text.Signature,
            .. attachments.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Size} {file.FileName}")),
        ];
        foreach (string part in parts)
        {
            // The length before each part: no two different mails read the same.
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
