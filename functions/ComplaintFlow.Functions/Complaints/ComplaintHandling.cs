using System.Security.Cryptography;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Decides and stores. One writer wins on the head row's version; the other loads again and decides again, so that two
/// people at once are told what really happened.
/// </summary>
public sealed class ComplaintHandling(ComplaintStore store, FirmRules firm, RandomNumberGenerator random)
{
    private const int Tries = 20;

    /// <summary>Why a complaint could not be opened like this, or null; nothing is stored.</summary>
    public async Task<Refusal?> CheckAsync(Func<DateTimeOffset, Receive> command, CancellationToken cancellationToken)
    {
        DecisionContext context = await firm.ContextAsync([], cancellationToken);
        return ComplaintDecider.Decide(null, command(firm.Now), context) is Decision.Refused refused ? refused.Refusal : null;
    }

    /// <summary>The complaint that <paramref name="receive"/> would have opened at its instant; nothing is stored.</summary>
    public async Task<StoredComplaint> ImagineAsync(Reference reference, Receive receive, CancellationToken cancellationToken)
    {
        DecisionContext context = await firm.ContextAsync([], cancellationToken);
        ComplaintChange imagined = new(reference, null, context, receive.At);
        return ComplaintDecider.Decide(null, receive, context) is Decision.Accepted accepted
            ? Imagined(accepted.Entries[0])
            : throw new InvalidOperationException($"Complaint {reference} could not be opened.");

        StoredComplaint Imagined(Entry opening)
        {
            imagined.Append(opening, receive.By);
            return new StoredComplaint(reference, imagined.Complaint!, imagined.NewLines, [], null, "", null);
        }
    }

    /// <summary>
    /// Opens a complaint with its attachments under <paramref name="reference"/>; one that exists already is given back as
    /// it is. Dates that the command leaves open are those of now.
    /// </summary>
    /// <param name="reference">A fresh reference, or one that was claimed.</param>
    /// <param name="command">What opens it.</param>
    /// <param name="more">Attachments, which are those of whoever opens it, and notes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HandlingOutcome> ReceiveAsync(
        Reference reference,
        Func<DateTimeOffset, Receive> command,
        IReadOnlyList<Func<DateTimeOffset, Command>> more,
        CancellationToken cancellationToken)
    {
        StoredComplaint? saved = null;
        while (saved is null)
        {
            if (await store.FindAsync(reference, cancellationToken) is { } existing)
            {
                return new HandlingOutcome.AlreadyDone(existing);
            }

            DateTimeOffset now = firm.Now;
            ComplaintChange change = new(reference, null, await firm.ContextAsync([], cancellationToken), now);
            Receive receive = command(now);
            foreach (Command wanted in (Command[])[receive, .. more.Select(made => made(now)).Select(made => made is Attach ? made with { By = receive.By } : made)])
            {
                switch (ComplaintDecider.Decide(change.Complaint, wanted, change.Context))
                {
                    case Decision.Refused refused:
                        return new HandlingOutcome.Refused(refused.Refusal, null);
                    case Decision.Accepted accepted:
                        // The mails about the complaint are the mails about its documents too.
                        change.Append(accepted, wanted.By, tells: wanted is Receive);
                        break;
                }
            }

            saved = await store.SaveAsync(change, cancellationToken);
        }

        return new HandlingOutcome.Done(saved);
    }

    /// <summary>Carries a command out on a stored complaint.</summary>
    /// <param name="ifMatch">The entity tag that the caller saw, or null when it does not matter.</param>
    /// <param name="before">What must be done elsewhere before an accepted command is stored; harmless twice. It may still refuse.</param>
    public async Task<HandlingOutcome> HandleAsync(
        Reference reference,
        Func<StoredComplaint, DateTimeOffset, Command> command,
        string? ifMatch,
        CancellationToken cancellationToken,
        Func<StoredComplaint, Command, Task<Refusal?>>? before = null)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.FindAsync(reference, cancellationToken) is not { } stored)
            {
                return new HandlingOutcome.NotFound();
            }

            if (ifMatch is not null && !ifMatch.Split(',').Any(tag => Bare(tag) == "*" || Bare(tag) == Bare(stored.ETag)))
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
                case Decision.Accepted when before is not null && await before(stored, wanted) is { } refusal:
                    return new HandlingOutcome.Refused(refusal, stored);
                case Decision.Accepted accepted:
                    change.Append(accepted, wanted.By);
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

    /// <summary>
    /// Carries out several commands at once, all of them or none; nothing when the first was done before. Documents are told
    /// of by the mail about the rest.
    /// </summary>
    public async Task<HandlingOutcome> HandleTogetherAsync(
        Reference reference, Func<DateTimeOffset, IReadOnlyList<Command>> commands, CancellationToken cancellationToken)
    {
        StoredComplaint? saved = null;
        while (saved is null)
        {
            if (await store.FindAsync(reference, cancellationToken) is not { } stored)
            {
                return new HandlingOutcome.NotFound();
            }

            DateTimeOffset now = firm.Now;
            ComplaintChange change = new(reference, stored, await firm.ContextAsync(stored.Journal, cancellationToken), now);
            change.LetTimePass();
            IReadOnlyList<Command> wanted = commands(now);
            foreach (Command one in wanted)
            {
                switch (ComplaintDecider.Decide(change.Complaint, one, change.Context))
                {
                    case Decision.AlreadyDone when ReferenceEquals(one, wanted[0]):
                        return new HandlingOutcome.AlreadyDone(stored);
                    case Decision.Refused refused:
                        return new HandlingOutcome.Refused(refused.Refusal, stored);
                    case Decision.Accepted accepted:
                        change.Append(accepted, one.By, tells: one is not Attach);
                        break;
                }
            }

            saved = await store.SaveAsync(change, cancellationToken);
        }

        return new HandlingOutcome.Done(saved);
    }

    /// <summary>A fresh reference of the current year.</summary>
    public Reference NewReference()
    {
        byte[] bytes = new byte[Reference.Entropy];
        random.GetBytes(bytes);
        return Reference.Make(firm.Today.Year, bytes);
    }

    /// <summary>An entity tag without its frame: machines send it as they got it, weak, or bare.</summary>
    private static string Bare(string etag) => etag.Replace("W/", "", StringComparison.Ordinal).Trim('"', ' ');
}
