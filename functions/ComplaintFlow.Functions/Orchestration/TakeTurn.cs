using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Loads a complaint, writes down what time has brought, and says what to carry out and when to look again. May run
/// twice: what it wrote the first time is no longer due the second.
/// </summary>
public sealed class TakeTurn(ComplaintStore store, ComplaintIndexes indexes, FirmRules firm)
{
    /// <summary>
    /// An open complaint that time alone brings nothing keeps its orchestration: a nudge that comes while one ends is
    /// lost, and the sweep would have to find what it was about.
    /// </summary>
    private static readonly DateTime UntilNudged = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>For the same reason a closed one keeps it for a day: second thoughts come soon after.</summary>
    private static readonly TimeSpan KeptAfterClosing = TimeSpan.FromDays(1);

    [Function(nameof(TakeTurn))]
    public async Task<Turn> Run([ActivityTrigger] string reference, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(reference, out Reference known))
        {
            return new Turn([], null);
        }

        while (true)
        {
            IndexEntry? mark = await indexes.FindPendingAsync(known, cancellationToken);
            if (await store.FindAsync(known, cancellationToken) is not { } stored)
            {
                return new Turn([], null);
            }

            DateTimeOffset now = firm.Now;
            using Spans.Resumed span = Spans.Resume(SpanNames.Turn, stored.Trace?.Parent, stored.Trace is { At: var at } && TraceMark.Slept(at, now))
                .Tag(Tags.Reference, known.Value);
            ComplaintChange change = new(known, stored, await firm.ContextAsync(stored.Journal, cancellationToken), now);
            change.LetTimePass();
            DateTimeOffset? wakeUp = change.WakeUp;
            if (!change.IsEmpty || wakeUp != stored.StoredWakeUp)
            {
                if (await store.SaveAsync(change, cancellationToken) is null)
                {
                    continue;
                }
            }
            else if (mark is not null && mark.Version <= stored.Complaint.Version && !change.Effects.Any(effect => effect.Status == EffectStatus.Pending))
            {
                // A writer who came second has left the list row as it would have had it.
                await indexes.EnsureListedAsync(stored, cancellationToken);
                await indexes.ClearPendingAsync(mark, cancellationToken);
            }

            Guid[] due = [.. change.Effects.Where(effect => effect.IsDueAt(now)).OrderBy(effect => effect.Line).Select(effect => effect.Id)];
            return new Turn(due, wakeUp?.UtcDateTime ?? WhenIdle(change));
        }
    }

    private static DateTime? WhenIdle(ComplaintChange change)
    {
        DateTimeOffset quietSince = change.Context.Journal[^1].At + KeptAfterClosing;
        return change.Complaint is { IsOpen: true } ? UntilNudged
            : quietSince > change.Now ? quietSince.UtcDateTime
            : null;
    }
}
