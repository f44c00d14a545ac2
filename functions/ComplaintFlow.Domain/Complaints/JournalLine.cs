namespace ComplaintFlow.Domain.Complaints;

/// <summary>One decided fact with its private part, not yet numbered.</summary>
public sealed record Entry(ComplaintEvent Fact, PrivatePart? Private = null);

/// <summary>One line of a complaint's journal: numbered from 1, at an instant, by somebody.</summary>
public sealed record JournalLine(int Number, DateTimeOffset At, Actor Actor, ComplaintEvent Fact, PrivatePart? Private);
