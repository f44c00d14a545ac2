using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintFlow.Functions.Intake.Email;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>A reading as a page of JSON that a person can check against the message beside it.</summary>
internal static class Reading
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(IncomingMail mail) => JsonSerializer.Serialize(
        new
        {
            Unreadable = mail.Unreadable?.ToString(),
            mail.MessageId,
            From = List(mail.Sender.From.Select(Party)),
            ReplyTo = List(mail.Sender.ReplyTo.Select(Party)),
            Sender = mail.Sender.Sender is { } sender ? Party(sender) : null,
            ReturnPath = mail.Sender.HasEmptyReturnPath ? "<>" : mail.Sender.ReturnPath?.Address,
            AnswerTo = mail.Sender.AnswerTo?.Address,
            Name = Said(mail.Sender.DisplayName),
            To = List(mail.Recipients.To.Select(Party)),
            Cc = List(mail.Recipients.Cc.Select(Party)),
            Delivered = List(mail.Recipients.Delivered.Select(Party)),
            Subject = Said(mail.Subject.Text),
            Bare = mail.Subject.Bare == mail.Subject.Text ? null : mail.Subject.Bare,
            Sent = string.Join(' ', new[] { mail.Sent.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), mail.Sent.Basis.ToString(), mail.Sent.Fault?.ToString() }.Where(word => word is not null)),
            Origin = mail.Text.Origin.ToString(),
            Words = Lines(mail.Text.Words),
            Quoted = Lines(mail.Text.Quoted),
            Signature = Lines(mail.Text.Signature),
            Attachments = List(mail.Attachments.Select(file =>
                $"{file.FileName} | {file.Type} | {file.Size}{(file.IsInline ? " | inline" : "")}{(file.IsProgram ? " | program" : "")}{(file.Within is { } within ? $" | in {within}" : "")}")),
            AnswersTo = List(mail.AnswersTo),
            Automatic = mail.Automatic is { } automatic ? $"{automatic.Kind} | {automatic.Evidence}" : null,
            Report = mail.DeliveryReport is { } report
                ? new
                {
                    Form = report.IsStandard ? "RFC 3464" : "words",
                    About = report.OriginalMessageIds,
                    Recipients = report.Recipients.Select(recipient =>
                        $"{recipient.Address} | {recipient.Action} | {recipient.Status ?? "no status"} | {(recipient.IsPermanent ? "permanent" : "temporary")} | {recipient.Reason}"),
                }
                : null,
            Notes = List(mail.Notes.Select(note => note.Detail.Length == 0 ? note.Kind.ToString() : $"{note.Kind} | {note.Detail}")),
        },
        Options) + "\n";

    private static string Party(MailParty party) => party.Name.Length == 0 ? party.Address : $"{party.Name} <{party.Address}>";

    private static string[]? List(IEnumerable<string> items) => items.ToArray() is { Length: > 0 } array ? array : null;

    private static string[]? Lines(string text) => text.Length == 0 ? null : text.Split('\n');

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
