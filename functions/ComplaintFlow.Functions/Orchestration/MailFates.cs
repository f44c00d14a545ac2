using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Mail;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>What is heard of a mail after it left: it arrived, or it came back. The same news twice changes nothing.</summary>
public sealed class MailFates(Outbox outbox, SentMails sent, FirmRules firm, Nudge nudge)
{
    private const int LongestReason = 500;

    /// <summary>It reached its recipient's server. A failure that is known already stands.</summary>
    public Task DeliverAsync(DurableTaskClient client, Reference reference, Guid effect, CancellationToken cancellationToken) =>
        SettleAsync(client, reference, effect, EffectStatus.Delivered, null, cancellationToken);

    /// <summary>It came back, or was given up on its way.</summary>
    /// <param name="reason">What the other side said.</param>
    public Task FailAsync(DurableTaskClient client, Reference reference, Guid effect, string reason, CancellationToken cancellationToken) =>
        SettleAsync(client, reference, effect, EffectStatus.Failed, reason.Length > LongestReason ? reason[..LongestReason] : reason, cancellationToken);

    /// <summary>The service gave it another Message-ID than ours: answers will name that one, and so do mails that follow it.</summary>
    /// <param name="messageId">Without brackets, as written.</param>
    public async Task NameAsync(Reference reference, Guid effect, string messageId, CancellationToken cancellationToken)
    {
        if (messageId.Equals(MimeMail.MessageIdOf(effect, firm.Procedure.Firm.SenderEmail), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        await sent.RememberAsync(MessageIds.First($"<{messageId}>") ?? messageId, new SentMail(reference, effect), cancellationToken);
        await outbox.SettleAsync(
            reference,
            effect,
            applies: known => known.GivenId?.MessageId != messageId,
            (change, known) => change.Put(known with { GivenId = new GivenMessageId(messageId, change.Now) }),
            cancellationToken);
    }

    private async Task SettleAsync(
        DurableTaskClient client, Reference reference, Guid id, EffectStatus status, string? reason, CancellationToken cancellationToken)
    {
        bool isNews = await outbox.SettleAsync(
            reference,
            id,
            applies: known => known.Status != EffectStatus.Failed && known.Status != status,
            (change, known) => Settle(change, known, status, reason),
            cancellationToken);
        if (isNews)
        {
            await nudge.SendAsync(client, reference, cancellationToken);
        }
    }

    private static void Settle(ComplaintChange change, Effect effect, EffectStatus status, string? reason)
    {
        DateTimeOffset now = change.Now;
        if (effect.Status == EffectStatus.Pending && status == EffectStatus.Delivered)
        {
            // The report overtook the note that it was sent.
            effect = effect with { Attempts = effect.Attempts + 1 };
            change.TryAppend(new RecordMailSent(now, effect.Id, effect.Kind, effect.To));
        }

        change.Put(effect with { Status = status, At = now, NextAttemptAt = null, Error = reason });
        change.TryAppend(status == EffectStatus.Delivered
            ? new RecordMailDelivered(now, effect.Id, effect.Kind, effect.To)
            : new RecordMailFailed(now, effect.Id, effect.Kind, effect.To, reason));
    }
}
