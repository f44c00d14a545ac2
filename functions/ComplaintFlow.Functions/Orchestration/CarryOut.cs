using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Sends one mail of the outbox and writes down what became of it. May run twice: a mail that is no longer pending is
/// left alone, and one sent twice has the same Message-ID. A mail that cannot be sent is recorded and tried again later,
/// and never holds up the timers.
/// </summary>
public sealed partial class CarryOut(
    ComplaintStore store,
    Outbox outbox,
    SentMails sent,
    MailComposition composition,
    IMailTransport transport,
    FirmRules firm,
    ILogger<CarryOut> logger)
{
    /// <summary>How long a mail is tried before it counts as failed.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    [Function(nameof(CarryOut))]
    public async Task Run([ActivityTrigger] EffectId id, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(id.Reference, out Reference reference)
            || await store.FindAsync(reference, cancellationToken) is not { } stored
            || stored.Effects.FirstOrDefault(effect => effect.Id == id.Effect) is not { Status: EffectStatus.Pending } effect)
        {
            return;
        }

        using Spans.Resumed span = Spans.Resume(SpanNames.Mail, effect.Trace, effect.Attempts > 0 || TraceMark.Slept(effect.CreatedAt, firm.Now))
            .Tag(Tags.Reference, reference.Value)
            .Tag(Tags.MailId, effect.Id.ToString())
            .Tag(Tags.MailKind, WireName.Of(effect.Kind))
            .Tag(Tags.Attempt, effect.Attempts + 1);
        (SendOutcome outcome, string? address) = await SendAsync(stored, effect, cancellationToken);
        span.Tag(Tags.Outcome, LogText.Of(outcome));
        if (outcome is not SendOutcome.Sent)
        {
            LogNotSent(logger, effect.Id, reference.Value, WireName.Of(effect.Kind), LogText.Of(outcome), LogText.Reason(outcome.WhyNot));
        }

        await outbox.SettleAsync(
            reference,
            effect.Id,
            applies: known => known.Status == EffectStatus.Pending,
            (change, known) => Settle(change, known, outcome, address),
            cancellationToken);
    }

    private async Task<(SendOutcome Outcome, string? Address)> SendAsync(
        StoredComplaint stored, Effect effect, CancellationToken cancellationToken)
    {
        try
        {
            if (await composition.ComposeAsync(stored, effect, cancellationToken) is not { } mail)
            {
                return (new SendOutcome.Rejected("There is no address to send it to."), null);
            }

            await sent.RememberAsync(effect.Id, stored.Reference, cancellationToken);
            return (await transport.SendAsync(mail, cancellationToken), mail.To);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (new SendOutcome.Retry(exception.Message), null);
        }
    }

    private static void Settle(ComplaintChange change, Effect effect, SendOutcome outcome, string? address)
    {
        DateTimeOffset now = change.Now;
        Effect tried = effect with { Attempts = effect.Attempts + 1, Address = address ?? effect.Address, At = now, NextAttemptAt = null };
        switch (outcome)
        {
            case SendOutcome.Sent left:
                change.Put(tried with { Status = EffectStatus.Sent, Error = null });
                change.TryAppend(new RecordMailSent(now, effect.Id, effect.Kind, effect.To, now + left.ProvenAfter));
                break;
            case SendOutcome.Retry retry when now - effect.CreatedAt < GiveUpAfter:
                change.Put(tried with { NextAttemptAt = now + DelayAfter(tried.Attempts), Error = retry.Reason });
                break;
            case SendOutcome.Retry retry:
                Fail(retry.Reason);
                break;
            case SendOutcome.Rejected rejected:
                Fail(rejected.Reason);
                break;
        }

        void Fail(string reason)
        {
            change.Put(tried with { Status = EffectStatus.Failed, Error = reason });
            change.TryAppend(new RecordMailFailed(now, effect.Id, effect.Kind, effect.To, reason));
        }
    }

    /// <summary>1, 2, 4… minutes, an hour at most.</summary>
    private static TimeSpan DelayAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, attempts - 1)));

    [LoggerMessage(EventIds.MailNotSent, LogLevel.Warning, "Mail {Effect} of {Reference} ({Kind}) was not sent: {Outcome}, {Reason}")]
    private static partial void LogNotSent(ILogger logger, Guid effect, string reference, string kind, string outcome, string reason);
}
