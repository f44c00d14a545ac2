using ComplaintFlow.Functions.Attachments;
using MimeKit;

namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>
/// A folder in place of a mail server: one <c>&lt;id&gt;.eml</c> a mail. The name depends on the id alone, so that a second
/// sending changes nothing; a file appears whole or not at all.
/// </summary>
/// <param name="folder">Made when missing.</param>
public sealed class MailboxTransport(string folder) : IMailTransport
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, $"{mail.Id:D}.eml");
        if (File.Exists(path))
        {
            return new SendOutcome.Sent(TimeSpan.Zero);
        }

        string unfinished = Path.Combine(folder, $".{mail.Id:D}.{Path.GetRandomFileName()}.tmp");
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            using MimeMessage message = MimeMail.Of(mail);
            FormatOptions format = FormatOptions.Default.Clone();
            format.International = MimeMail.NeedsUtf8(mail);
            format.NewLineFormat = NewLineFormat.Dos;
            await using (FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await message.WriteToAsync(format, file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            File.Move(unfinished, path, overwrite: true);
            DurableFolder.Flush(folder);
            return new SendOutcome.Sent(TimeSpan.Zero);
        }
        catch (ParseException)
        {
            return new SendOutcome.Rejected(Faults.NotAnAddress);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.Retry(Unwritable(fault));
        }
        finally
        {
            Remove(unfinished);
        }
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        string probe = Path.Combine(folder, $".check.{Path.GetRandomFileName()}.tmp");
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(probe, [], cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(Unwritable(fault), fault);
        }
        finally
        {
            Remove(probe);
        }
    }

    private string Unwritable(Exception fault) =>
        Faults.Line($"Le dossier des e-mails {folder} n’accepte pas d’écriture\u00A0: {fault.Message}");

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that left it there is the one that is told.
        }
    }
}
