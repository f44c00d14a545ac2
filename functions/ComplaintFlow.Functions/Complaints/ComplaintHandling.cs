using System.Security.Cryptography;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Decides and stores. One writer wins on the head row's version; the other loads again and decides again, so that two
/// people at once are told what really happened.
/// </summary>
public sealed class ComplaintHandling(ComplaintStore store, FirmRules firm)
{
    private const int Tries = 20;

    /// <summary>Opens a complaint under a new reference.</summary>
    public Task<HandlingOutcome> ReceiveAsync(Func<DateTimeOffset, Receive> command, CancellationToken cancellationToken) =>
        ReceiveAsync(NewReference(), command, cancellationToken);

    /// <summary>Opens a complaint under <paramref name="reference"/>; one that exists already is given back as it is.</summary>
    public async Task<HandlingOutcome> ReceiveAsync(
        Reference reference, Func<DateTimeOffset, Receive> command, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reference, cancellationToken) is { } existing)
        {
            return new HandlingOutcome.AlreadyDone(existing);
        }

        DateTimeOffset now = firm.Now;
        DecisionContext context = await firm.ContextAsync([], cancellationToken);
        ComplaintChange change = new(reference, null, context, now);
        Receive receive = command(now);
        if (ComplaintDecider.Decide(null, receive, context) is not Decision.Accepted accepted)
        {
            return new HandlingOutcome.Refused(RefusalOf(ComplaintDecider.Decide(null, receive, context)), null);
        }

        foreach (Entry entry in accepted.Entries)
        {
            change.Append(entry, receive.By);
        }

        return await store.SaveAsync(change, cancellationToken) is { } saved
            ? new HandlingOutcome.Done(saved)
            : await ReceiveAsync(reference, command, cancellationToken);
    }

    /// <summary>Carries a command out on a stored complaint.</summary>
    /// <param name="ifMatch">The entity tag that the caller saw, or null when it does not matter.</param>
    public async Task<HandlingOutcome> HandleAsync(
        Reference reference, Func<StoredComplaint, DateTimeOffset, Command> command, string? ifMatch, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.FindAsync(reference, cancellationToken) is not { } stored)
            {
                return new HandlingOutcome.NotFound();
            }

            if (ifMatch is not null && ifMatch != "*" && ifMatch != stored.ETag)
            {
                return new HandlingOutcome.OutOfDate(stored);
            }

            DateTimeOffset now = firm.Now;
            ComplaintChange change = new(reference, stored, await firm.ContextAsync(stored.Journal, cancellationToken), now);
            change.LetTimePass();
            Command wanted = command(stored, now);
            switch (ComplaintDecider.Decide(change.Complaint, wanted, change.Context))
            {
                case Decision.AlreadyDone:
                    return new HandlingOutcome.AlreadyDone(stored);
                case Decision.Refused refused:
                    return new HandlingOutcome.Refused(refused.Refusal, stored);
                case Decision.Accepted accepted:
                    foreach (Entry entry in accepted.Entries)
                    {
                        change.Append(entry, wanted.By);
                    }

                    if (await store.SaveAsync(change, cancellationToken) is { } saved)
                    {
                        return new HandlingOutcome.Done(saved);
                    }

                    break;
                default:
                    throw new InvalidOperationException("A decision is accepted, already done or refused.");
            }
        }

        throw new InvalidOperationException($"Complaint {reference} changed {Tries} times while one act was being stored.");
    }

    /// <summary>A fresh reference of the current year.</summary>
    public Reference NewReference() => Reference.Make(firm.Today.Year, RandomNumberGenerator.GetBytes(Reference.Entropy));

    private static Refusal RefusalOf(Decision decision) => decision is Decision.Refused refused
        ? refused.Refusal
        : throw new InvalidOperationException("Opening a complaint is accepted or refused.");
}
