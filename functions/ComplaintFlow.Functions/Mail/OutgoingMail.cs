using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail;

/// <summary>A mail ready to leave, whatever carries it.</summary>
/// <param name="Id">Stable across attempts: it makes the Message-ID and lets a transport know a second sending.</param>
/// <param name="Reference">Null for the kinds that are about no complaint.</param>
/// <param name="To">The address; its local part may carry accents.</param>
/// <param name="Subject">May hold anything; line breaks are neutralised on the way out.</param>
/// <param name="At">The instant of the mail's date.</param>
/// <param name="ReplyTo">Where replies go: the complaints alias, for clients perhaps with the complaint's tag.</param>
public sealed record OutgoingMail(
    Guid Id,
    MailKind Kind,
    string? Reference,
    string To,
    string? ToName,
    string Subject,
    string Text,
    string Html,
    DateTimeOffset At,
    string FromName,
    string FromAddress,
    string? ReplyTo,
    Language Language)
{
    /// <summary>The Message-IDs of the mails that this one follows, without brackets, oldest first; the last is the one it answers.</summary>
    public IReadOnlyList<string> Thread { get; init; } = [];

    /// <summary>Renders <paramref name="content"/> and addresses it from the firm.</summary>
    public static OutgoingMail Of(
        Guid id, MailKind kind, string? reference, string to, string? toName, MailContent content, DateTimeOffset at, Firm firm) => new(
            id,
            kind,
            reference,
            to,
            toName,
            content.Subject,
            TextRendering.Of(content.Body),
            HtmlRendering.Of(content.Body),
            at,
            firm.Name,
            firm.SenderEmail,
            firm.ComplaintsEmailAlias,
            content.Language);
}
