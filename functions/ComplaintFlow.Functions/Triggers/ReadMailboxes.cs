using ComplaintFlow.Functions.Intake.Mailboxes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>Every minute and at the start: takes in what has arrived in the firm's mailboxes. Without a mailbox in the settings nothing is done.</summary>
public sealed class ReadMailboxes(MailboxRounds rounds)
{
    [Function(nameof(ReadMailboxes))]
    public Task Run(
        [TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => rounds.RunAsync(client, cancellationToken);
}
