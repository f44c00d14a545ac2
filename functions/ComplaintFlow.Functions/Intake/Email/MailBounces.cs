using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email.Bounces;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Matches delivery reports to our mails.</summary>
public sealed class MailBounces(SentMails sent, ComplaintStore store, MailFates fates, DirectMails directs, DirectMail direct)
{
    /// <summary>What a report about a mail of ours did; null when the mail is none. A delay changes nothing.</summary>
    public async Task<MailOutcome?> MatchAsync(DurableTaskClient client, IncomingMail mail, CancellationToken cancellationToken)
    {
        if (mail.DeliveryReport is not { } report)
        {
            return null;
        }

        if (await FindAsync(report, cancellationToken) is not var (reference, effect))
        {
            return await directs.FindAsync(report, cancellationToken) is { } known ? await HearAsync(known, report, cancellationToken) : null;
        }

        if (report.HasFailed)
        {
            await fates.FailAsync(client, reference, effect, ReasonOf(report), cancellationToken);
            return new MailOutcome(MailFiling.Bounce, reference.Value, ReasonOf(report));
        }

        if (report.Recipients.Any(recipient => recipient.Action == DeliveryAction.Delivered))
        {
            await fates.DeliverAsync(client, reference, effect, cancellationToken);
        }

        return new MailOutcome(MailFiling.Bounce, reference.Value, ActionOf(report));
    }

    /// <summary>A mail outside the complaints. If nobody can be told now, whoever brought the report must bring it again.</summary>
    private async Task<MailOutcome> HearAsync(SentDirectMail mail, DeliveryReport report, CancellationToken cancellationToken)
    {
        if (!report.HasFailed)
        {
            return new MailOutcome(MailFiling.Bounce, null, ActionOf(report));
        }

        return await direct.FailAsync(mail, ReasonOf(report), cancellationToken)
            ? new MailOutcome(MailFiling.Bounce, null, ReasonOf(report))
            : throw new InvalidOperationException($"Nobody could be told now that the mail {mail.Id} came back.");
    }

    private static string? ActionOf(DeliveryReport report) => report.Recipients is [var first, ..] ? WireName.Of(first.Action) : null;

    /// <summary>The copy that came back names our mail. What the copy only refers to may be ours too, without being what failed: then the recipient must fit.</summary>
    private async Task<(Reference Reference, Guid Effect)?> FindAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        for (int i = 0; i < report.OriginalMessageIds.Count; i++)
        {
            if (await sent.FindAsync(report.OriginalMessageIds[i], cancellationToken) is var (reference, id)
                && await store.FindAsync(reference, cancellationToken) is { } stored
                && stored.Effects.FirstOrDefault(effect => effect.Id == id) is { } effect
                && (i == 0 || report.Recipients.Any(recipient => string.Equals(recipient.Address, effect.Address, StringComparison.OrdinalIgnoreCase))))
            {
                return (reference, id);
            }
        }

        return null;
    }

    private static string ReasonOf(DeliveryReport report)
    {
        ReportedRecipient failed = report.Recipients.First(recipient => recipient.Action == DeliveryAction.Failed);
        string reason = $"{failed.Status} {failed.Reason}".Trim();
        return reason.Length == 0 ? "The mail came back." : reason;
    }
}
