using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Intake;

/// <summary>Makes a complaint of what was set aside, as of the day it came. A second time gives the same complaint.</summary>
public sealed class OpenSetAside(ComplaintHandling handling, SetAside setAside, FirmRules firm, Nudge nudge)
{
    public async Task<HandlingOutcome> RunAsync(DurableTaskClient client, SetAsideItem item, Actor by, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(item.Reference, out Reference reference))
        {
            return new HandlingOutcome.NotFound();
        }

        // Received when it arrived: being set aside has cost the client no day.
        HandlingOutcome outcome = await handling.ReceiveAsync(
            reference,
            at => item.Complaint with { By = by, At = at, ReceivedOn = item.Complaint.ReceivedOn ?? item.ArrivedOn },
            [
                .. item.Attachments.Select(attachment => (Func<DateTimeOffset, Command>)(at => attachment with { At = at })),
                .. item.Note is { } note ? [at => new Note(Actor.System, at, note)] : Array.Empty<Func<DateTimeOffset, Command>>(),
            ],
            cancellationToken);
        if (outcome is HandlingOutcome.Done or HandlingOutcome.AlreadyDone)
        {
            await nudge.SendAsync(client, reference, cancellationToken);
            await setAside.SettleAsync(item, by.Name, isComplaint: true, firm.Now, cancellationToken);
        }

        return outcome;
    }
}
