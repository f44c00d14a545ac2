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
            before: async (stored, wanted) => wanted is Merge merge ? await AbsorbAsync(client, stored, merge, cancellationToken) : null);
        if (outcome is HandlingOutcome.Done)
        {
            await nudge.SendAsync(client, reference, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Tells the complaint that goes on what it takes in; why it cannot, or null.</summary>
    private async Task<Refusal?> AbsorbAsync(DurableTaskClient client, StoredComplaint stored, Merge merge, CancellationToken cancellationToken)
    {
        Reference from = stored.Reference;
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

        // Each merged into the other at once, both would be closed: the one with the higher reference goes first.
        bool isMutual = outcome is HandlingOutcome.AlreadyDone && stored.Journal.Any(line => line.Fact is Absorbed known && known.From == merge.Into);
        return isMutual && string.CompareOrdinal(from.Value, into.Value) < 0 ? Refusals.MergedTheOtherWay
            : outcome is HandlingOutcome.Done or HandlingOutcome.AlreadyDone ? null
            : Refusals.UnknownTarget;
    }
}
