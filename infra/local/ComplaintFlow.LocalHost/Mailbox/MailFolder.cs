using System.Collections.Concurrent;
using ComplaintFlow.LocalHost.Hosting;
using MimeKit;

namespace ComplaintFlow.LocalHost.Mailbox;

/// <summary>The folder into which the application writes its mails, one <c>.eml</c> file each. A file is parsed once.</summary>
internal sealed class MailFolder(LocalHostOptions options, HostFile host)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, StoredMail Mail)> _parsed = new(StringComparer.Ordinal);

    /// <summary>All mails, newest first.</summary>
    public IReadOnlyList<StoredMail> Read()
    {
        DirectoryInfo folder = new(Path.Combine(options.DataDirectory, host.MailboxFolder ?? "mailbox"));
        if (!folder.Exists)
        {
            return [];
        }

        return
        [
            .. folder.EnumerateFiles("*.eml")
                .Select(file => (file.LastWriteTimeUtc, Mail: Parse(file)))
                .Where(found => found.Mail is not null)
                .OrderByDescending(found => found.Mail!.At)
                .ThenByDescending(found => found.LastWriteTimeUtc)
                .ThenByDescending(found => found.Mail!.Id, StringComparer.Ordinal)
                .Select(found => found.Mail!),
        ];
    }

    private StoredMail? Parse(FileInfo file)
    {
        try
        {
            if (_parsed.TryGetValue(file.Name, out (DateTime Written, StoredMail Mail) known) && known.Written == file.LastWriteTimeUtc)
            {
                return known.Mail;
            }

            using MimeMessage message = MimeMessage.Load(file.FullName);
            StoredMail mail = Read(Path.GetFileNameWithoutExtension(file.Name), message);
            _parsed[file.Name] = (file.LastWriteTimeUtc, mail);
            return mail;
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            // Removed or not yet whole: it shows at the next look.
            return null;
        }
    }

    private StoredMail Read(string id, MimeMessage message) => new(
        id,
        message.MessageId,
        message.Headers[host.KindHeader],
        message.Headers[host.ReferenceHeader],
        string.Join(", ", message.To.Mailboxes.Select(mailbox => mailbox.Address)),
        message.Subject ?? string.Empty,
        message.Date,
        message.TextBody,
        message.HtmlBody,
        [.. message.Attachments.Select(Read)],
        MailLinks.In(message.TextBody, message.HtmlBody));

    private static MailAttachment Read(MimeEntity entity)
    {
        using MemoryStream content = new();
        if (entity is MimePart { Content: { } decoded })
        {
            decoded.DecodeTo(content);
        }
        else
        {
            entity.WriteTo(content);
        }

        return new MailAttachment(entity.ContentDisposition?.FileName ?? entity.ContentType.Name, entity.ContentType.MimeType, content.Length);
    }
}
