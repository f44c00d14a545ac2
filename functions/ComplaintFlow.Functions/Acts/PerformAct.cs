using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Acts;

/// <summary>Carries an act out, decides and stores, then nudges. Merging touches two complaints: the one that goes on first.</summary>
public sealed class PerformAct(ComplaintHandling handling, Nudge nudge)
{
    public async Task<HandlingOutcome> RunAsync(
        DurableTaskClient client, Reference reference, MakeCommand command, string? ifMatch, CancellationToken cancellationToken)
    {
        HandlingOutcome outcome = await handling.HandleAsync(
            reference,
            (stored, at) => command(stored, at),
            ifMatch,
            cancellationToken,
            before: async wanted => wanted is Merge merge ? await AbsorbAsync(client, reference, merge, cancellationToken) : null);
        if (outcome is HandlingOutcome.Done)
        {
            await nudge.SendAsync(client, reference, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Tells the complaint that goes on what it takes in; why it cannot, or null.</summary>
    private async Task<Refusal?> AbsorbAsync(DurableTaskClient client, Reference from, Merge merge, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(merge.Into, out Reference into))
        {
            return Refusals.UnknownTarget;
        }

        if (into == from)
        {
            return Refusals.IntoItself;
        }

        HandlingOutcome outcome = await handling.HandleAsync(into, (_, at) => new Absorb(merge.By, at, from.Value), null, cancellationToken);
        if (outcome is HandlingOutcome.Done)
        {
            await nudge.SendAsync(client, into, cancellationToken);
        }

        return outcome is HandlingOutcome.Done or HandlingOutcome.AlreadyDone ? null : Refusals.UnknownTarget;
    }
}
