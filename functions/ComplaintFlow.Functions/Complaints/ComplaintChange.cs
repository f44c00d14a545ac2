using System.Collections.Immutable;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>A complaint with the lines and mails that a turn or an act adds to it, before they are stored together.</summary>
public sealed class ComplaintChange(Reference reference, StoredComplaint? stored, DecisionContext context, DateTimeOffset now)
{
    private readonly List<JournalLine> _journal = [.. stored?.Journal ?? []];
    private readonly List<Effect> _effects = [.. stored?.Effects ?? []];
    private readonly HashSet<Guid> _changedEffects = [];

    public Reference Reference => reference;

    public StoredComplaint? Stored => stored;

    /// <summary>The instant of everything added, with the firm's offset.</summary>
    public DateTimeOffset Now => now;

    public Complaint? Complaint { get; private set; } = stored?.Complaint;

    public IReadOnlyList<JournalLine> NewLines => _journal[(stored?.Journal.Count ?? 0)..];

    public IEnumerable<Effect> ChangedEffects => _effects.Where(effect => _changedEffects.Contains(effect.Id));

    public IReadOnlyList<Effect> Effects => _effects;

    public bool IsEmpty => NewLines.Count == 0 && _changedEffects.Count == 0;

    /// <summary>What the next decision rests on: the journal as it stands now.</summary>
    public DecisionContext Context => context with { Journal = _journal.ToImmutableArray() };

    /// <param name="tells">Whether those concerned get a mail about it.</param>
    public void Append(Entry entry, Actor actor, bool tells = true)
    {
        JournalLine line = new(_journal.Count + 1, now, actor, entry.Fact, entry.Private);
        Complaint? before = Complaint;
        _journal.Add(line);
        Complaint = Evolution.Evolve(before, line);
        foreach (Notice notice in tells ? Notices.Of(before, Complaint, line, context) : [])
        {
            Put(Effect.Of(reference.Value, notice, now));
        }
    }

    /// <summary>Everything that a decision brings, in its order.</summary>
    /// <param name="tells">Whether those concerned get mails about it.</param>
    public void Append(Decision.Accepted accepted, Actor actor, bool tells = true)
    {
        foreach (Entry entry in accepted.Entries)
        {
            Append(entry, actor, tells);
        }
    }

    /// <summary>Decides and appends; nothing when the domain refuses it or calls it done.</summary>
    public void TryAppend(Command command)
    {
        if (ComplaintDecider.Decide(Complaint, command, Context) is Decision.Accepted accepted)
        {
            Append(accepted, command.By);
        }
    }

    /// <summary>Writes down what time alone has brought by now. One act may bring the next, so until none is left.</summary>
    public void LetTimePass()
    {
        while (Complaint is { } complaint && DueActs.Due(complaint, context, now) is { Count: > 0 } due)
        {
            Append(new Entry(due[0]), Actor.System);
        }
    }

    /// <summary>Adds or replaces a mail of the outbox.</summary>
    public void Put(Effect effect)
    {
        _effects.RemoveAll(known => known.Id == effect.Id);
        _effects.Add(effect);
        _changedEffects.Add(effect.Id);
    }

    /// <summary>When it must be looked at again: what time brings next, or the next attempt of a mail; null when never.</summary>
    public DateTimeOffset? WakeUp
    {
        get
        {
            DateTimeOffset? next = Complaint is null ? null : DueActs.NextWakeUp(Complaint, context, now);
            DateTimeOffset? retry = _effects.Where(effect => effect.Status == EffectStatus.Pending).Min(effect => (DateTimeOffset?)(effect.NextAttemptAt ?? effect.CreatedAt));
            return next is null || retry < next ? retry : next;
        }
    }
}
