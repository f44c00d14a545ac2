using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>Writes down what became of mails that were put in complaints' outboxes.</summary>
public sealed class Outbox(ComplaintStore store, FirmRules firm)
{
    /// <summary>
    /// Changes a mail and the journal in one batch; another writer in between only means to try again.
    /// </summary>
    /// <param name="reference">The complaint.</param>
    /// <param name="id">The mail.</param>
    /// <param name="applies">Whether there is still something to write down about the mail as it stands.</param>
    /// <param name="settle">Puts the mail as it stands now, and appends to the journal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is no such mail, or nothing to write down about it.</returns>
    public async Task<bool> SettleAsync(
        Reference reference, Guid id, Func<Effect, bool> applies, Action<ComplaintChange, Effect> settle, CancellationToken cancellationToken)
    {
        StoredComplaint? saved;
        do
        {
            if (await store.FindAsync(reference, cancellationToken) is not { } stored
                || stored.Effects.FirstOrDefault(effect => effect.Id == id) is not { } effect
                || !applies(effect))
            {
                return false;
            }

            ComplaintChange change = new(reference, stored, await firm.ContextAsync(stored.Journal, cancellationToken), firm.Now);
            change.LetTimePass();
            settle(change, effect);
            saved = await store.SaveAsync(change, cancellationToken);
        }
        while (saved is null);
        return true;
    }
}
