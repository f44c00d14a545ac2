using System.Text;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using ComplaintFlow.Functions.Intake.Email.Bounces;
using ComplaintFlow.Functions.Intake.Email.Files;
using ComplaintFlow.Functions.Intake.Email.Verdicts;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// Reads a mail: who, to whom, when, what, with which files, in answer to what, and whether a person wrote it. It decides
/// nothing about complaints and knows no store. Any bytes are read: what is no mail says so (<see cref="IncomingMail.Unreadable"/>).
/// </summary>
/// <param name="isOurs">Whether a mail is one of ours that came back; without it none is.</param>
public sealed class MailReader(Func<MailOrigin, bool>? isOurs = null)
{
    /// <summary>Of bytes without a header so many are shown.</summary>
    private const int LongestRaw = 200_000;

    /// <param name="raw">The message as it came, from its first byte. A seekable stream is read in place and must stay open as long as attachments are opened; another one is copied.</param>
    /// <param name="receivedAt">When it reached the firm: the date its mail server gave it.</param>
    /// <exception cref="IOException">The stream could not be read. No content of it makes this throw.</exception>
    public IncomingMail Read(Stream raw, DateTimeOffset receivedAt)
    {
        RawMail mail = RawMail.Open(raw);
        if (mail.IsBlank)
        {
            return Unreadable(mail, receivedAt, UnreadableReason.Empty, MailText.None);
        }

        try
        {
            return Read(mail, mail.Parse(), receivedAt);
        }
        catch (FormatException)
        {
            return WithoutHeader(mail, receivedAt);
        }
        catch (Exception error) when (error is not (IOException or OutOfMemoryException))
        {
            return Unreadable(mail, receivedAt, UnreadableReason.Failed, MailText.None, new MailNote(MailNoteKind.Failed, error.GetType().Name));
        }
    }

    private IncomingMail Read(RawMail raw, MimeMessage message, DateTimeOffset receivedAt)
    {
        List<MailNote> notes = [];
        HeaderList headers = message.Headers;
        string? ownId = MessageIds.First(headers[HeaderId.MessageId]);
        MailSender sender = MailSender.Read(headers);
        MailRecipients recipients = MailRecipients.Read(headers);
        MailSubject subject = MailSubject.Of(headers[HeaderId.Subject]);
        (MailText text, IReadOnlyList<IncomingAttachment> attachments) = new MailContents(notes).Read(message);
        string all = string.Join('\n', text.Words, text.Quoted, text.Signature);
        DeliveryReport? report = DeliveryReports.Read(message, sender, recipients, subject, all);
        string id = ownId ?? HashId(raw);
        notes.AddRange(SenderNotes(sender, subject));
        return new IncomingMail
        {
            MessageId = id,
            HasOwnId = ownId is not null,
            WrittenId = MessageIds.Written(headers[HeaderId.MessageId]),
            ContentHash = raw.Hash,
            Fingerprint = MailFingerprint.Of(headers, text, attachments),
            Sender = sender,
            Recipients = recipients,
            Subject = subject,
            Sent = SentDate.Read(Values(headers, HeaderId.Date), Values(headers, HeaderId.Received), receivedAt),
            ReceivedAt = receivedAt,
            Text = text,
            Attachments = attachments,
            AnswersTo = [.. MessageIds.All(headers[HeaderId.InReplyTo]).Concat(MessageIds.All(headers[HeaderId.References]).Reverse()).Distinct(StringComparer.Ordinal)],
            Automatic = AutomaticMails.Judge(message, sender, subject, IsOurs(id, sender, headers), report is not null),
            DeliveryReport = report,
            Notes = [.. notes.Distinct()],
        };
    }

    private bool IsOurs(string id, MailSender sender, HeaderList headers)
    {
        MailParty?[] senders = [.. sender.From, sender.Sender, sender.ReturnPath];
        return isOurs?.Invoke(new MailOrigin(
            id, [.. senders.OfType<MailParty>().DistinctBy(party => party.Key)], headers["X-ComplaintFlow-Kind"]?.Trim(), headers["X-ComplaintFlow-Reference"]?.Trim())) == true;
    }

    private static IEnumerable<string> Values(HeaderList headers, HeaderId id) => headers.Where(header => header.Id == id).Select(header => header.Value);

    private static IEnumerable<MailNote> SenderNotes(MailSender sender, MailSubject subject)
    {
        if (subject.IsCut)
        {
            yield return new MailNote(MailNoteKind.SubjectCut);
        }

        if (sender.From.Count > 1)
        {
            yield return new MailNote(MailNoteKind.SeveralSenders, PlainCharacters.Cut(string.Join(", ", sender.From.Select(party => party.Address)), 300));
        }

        if (sender.Author is { HasMisleadingName: true } impostor)
        {
            yield return new MailNote(MailNoteKind.MisleadingName, $"{impostor.Name} <{impostor.Address}>");
        }

        if (AutomaticMails.IsRelayed(sender))
        {
            yield return new MailNote(MailNoteKind.Relayed, sender.From[0].Address);
        }
        else if (sender is { Author: { } author, AnswerTo: { } answerTo } && author.Domain != answerTo.Domain)
        {
            yield return new MailNote(MailNoteKind.RepliesElsewhere, answerTo.Address);
        }
    }

    private static IncomingMail WithoutHeader(RawMail raw, DateTimeOffset receivedAt)
    {
        byte[] head = raw.Head(LongestRaw);
        FileType type = FileSignatures.Of(head.AsSpan(0, Math.Min(head.Length, FileSignatures.Head)));
        return type == FileType.Text || type.ContentType is "text/html"
            ? Unreadable(raw, receivedAt, UnreadableReason.NoHeader, MailText.Of(TextDecoder.Decode(head, null).Text, TextOrigin.Raw))
            : Unreadable(raw, receivedAt, UnreadableReason.Binary, MailText.None);
    }

    private static IncomingMail Unreadable(RawMail raw, DateTimeOffset receivedAt, UnreadableReason reason, MailText text, params IReadOnlyList<MailNote> notes) => new()
    {
        MessageId = HashId(raw),
        HasOwnId = false,
        ContentHash = raw.Hash,
        Fingerprint = raw.Hash,
        Sender = new MailSender([], [], null, null, HasEmptyReturnPath: false),
        Recipients = new MailRecipients([], [], []),
        Subject = MailSubject.Of(null),
        Sent = new SentDate(receivedAt, SentDateBasis.Receipt, SentDateFault.Missing),
        ReceivedAt = receivedAt,
        Text = text,
        Attachments = [],
        AnswersTo = [],
        Notes = notes,
        Unreadable = reason,
    };

    private static string HashId(RawMail raw) => $"sha256-{raw.Hash}";
}
