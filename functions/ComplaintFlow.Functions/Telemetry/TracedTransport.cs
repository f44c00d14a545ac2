using System.Diagnostics;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>A span and a count for each mail that is handed over, with its kind and what came of it, never to whom.</summary>
internal sealed class TracedTransport(IMailTransport inner, ComplaintMetrics metrics) : IMailTransport, IDisposable
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using Activity? span = Spans.Part(SpanNames.Send, ActivityKind.Client)?.SetTag(Tags.MailKind, WireName.Of(mail.Kind));
        SendOutcome outcome = await inner.SendAsync(mail, cancellationToken);
        string word = LogText.Of(outcome);
        span?.SetTag(Tags.Outcome, word);
        metrics.Sent(mail.Kind, word);
        if (outcome is not SendOutcome.Sent)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        return outcome;
    }

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
