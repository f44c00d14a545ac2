using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// Sends the mails that belong to no complaint's outbox: sign-in and new links, the digest of what waits. Of one that does not
/// arrive the manager is told: whoever it was for gets no other mail either.
/// </summary>
public sealed partial class DirectMail(IMailTransport transport, DirectMails sent, FirmRules firm, LinkWriter links, MailTemplates templates, ILogger<DirectMail> logger)
{
    /// <summary>Sends at once; false when it could not be sent now.</summary>
    /// <param name="seed">What makes it this mail: the same seed twice is one mail.</param>
    public async Task<bool> SendAsync(
        MailKind kind, string to, string? toName, MailContent content, string seed, CancellationToken cancellationToken)
    {
        Guid id = new(SHA256.HashData(Encoding.UTF8.GetBytes($"{WireName.Of(kind)}|{to.ToLowerInvariant()}|{seed}")).AsSpan(0, 16));
        SentDirectMail mail = new(id, kind, to);
        await sent.RememberAsync(mail, firm.Today, cancellationToken);
        SendOutcome outcome = await transport.SendAsync(
            OutgoingMail.Of(id, kind, null, to, toName, content, firm.Now, firm.Procedure.Firm), cancellationToken);
        switch (outcome)
        {
            case SendOutcome.Sent:
                return true;
            case SendOutcome.Rejected rejected:
                await FailAsync(mail, rejected.Reason, cancellationToken);
                return false;
            case SendOutcome.Retry retry:
                LogNotSent(logger, id, WireName.Of(kind), LogText.Reason(retry.Reason));
                return false;
            default:
                throw new InvalidOperationException($"No such outcome: {outcome}.");
        }
    }

    /// <summary>
    /// A mail came back, or was refused: logged, and told to a manager, else to a director, other than its recipient; once a day
    /// for an address. False when that could not be sent now: try again later.
    /// </summary>
    /// <param name="reason">What the other side said.</param>
    public async Task<bool> FailAsync(SentDirectMail mail, string reason, CancellationToken cancellationToken)
    {
        LogFailed(logger, mail.Id, WireName.Of(mail.Kind), LogText.Reason(reason));
        DateOnly today = firm.Today;
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        StaffMember? told = directory.With(StaffRole.Manager, today, mail.To) ?? directory.With(StaffRole.Director, today, mail.To);

        // Nobody is told that the telling failed: that could go on for ever.
        if (mail.Kind == MailKind.DeliveryFailed || told is null || await sent.IsToldAsync(mail.To, today, cancellationToken))
        {
            return true;
        }

        MailContent content = new UndeliveredMail(firm.Procedure, mail, reason, directory.Find(mail.To) is not null, links.Desk).Compose(templates);
        if (!await SendAsync(MailKind.DeliveryFailed, told.Email, told.Name, content, $"{mail.To}|{today:O}", cancellationToken))
        {
            return false;
        }

        await sent.NoteToldAsync(mail.To, today, cancellationToken);
        return true;
    }

    [LoggerMessage(EventIds.DirectMailNotSent, LogLevel.Warning, "Mail {Id} ({Kind}) could not be sent now: {Reason}")]
    private static partial void LogNotSent(ILogger logger, Guid id, string kind, string reason);

    [LoggerMessage(EventIds.DirectMailFailed, LogLevel.Warning, "Mail {Id} ({Kind}) did not arrive: {Reason}")]
    private static partial void LogFailed(ILogger logger, Guid id, string kind, string reason);
}
