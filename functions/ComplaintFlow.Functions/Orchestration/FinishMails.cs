using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Every five minutes and at the start: takes in the mails whose intake was cut off after they were stored, should whoever
/// brought them not do it again. One that is at work at the same time ends in the same place.
/// </summary>
public sealed class FinishMails(RawMails raws, EmailIntake intake, FirmRules firm, Signals signals)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    [Function(nameof(FinishMails))]
    public async Task Run(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        await foreach (WaitingRawMail mail in raws.ReadAsync(cancellationToken))
        {
            if (mail.ReceivedAt <= firm.Now - Grace)
            {
                await FinishAsync(client, mail, cancellationToken);
            }
        }
    }

    /// <summary>One that fails is tried again the next time, and does not keep the others.</summary>
    private async Task FinishAsync(DurableTaskClient client, WaitingRawMail mail, CancellationToken cancellationToken)
    {
        try
        {
            if (await raws.OpenAsync(mail, cancellationToken) is { } raw)
            {
                await intake.TakeAsync(client, raw, mail.ReceivedAt, null, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            signals.TellIntakeFailed(mail.Hash, exception);
        }
    }
}
