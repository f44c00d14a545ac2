namespace ComplaintFlow.Functions.Orchestration;

/// <summary>What one turn of a complaint asks for. It passes through the engine's history: ids and instants only, never personal data.</summary>
/// <param name="Effects">The mails to carry out now.</param>
/// <param name="WakeAt">When to look again (UTC); null when the complaint has been closed for a day and nothing will come by itself.</param>
public sealed record Turn(IReadOnlyList<Guid> Effects, DateTime? WakeAt);

/// <summary>One mail of one complaint's outbox.</summary>
public sealed record EffectId(string Reference, Guid Effect);
