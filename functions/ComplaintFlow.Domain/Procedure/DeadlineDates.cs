namespace ComplaintFlow.Domain.Procedure;

/// <summary>
/// The dates promised for a complaint: civil dates of the firm's zone. A day by which something is due is inclusive.
/// </summary>
/// <param name="ClockStartedOn">Day 0 of <paramref name="AcknowledgeBy"/> and <paramref name="RespondBy"/>.</param>
/// <param name="AcknowledgeBy">Last day for the acknowledgement, unless answered by then.</param>
/// <param name="RespondBy">Last day for the answer, never rolled forward.</param>
/// <param name="RespondByIf642">What art. 642 would make of it; for information.</param>
/// <param name="MediatorFrom">First day on which the mediator is open for want of an answer.</param>
/// <param name="MediatorUntil">Last day to go to the mediator; null while nothing is in writing.</param>
public sealed record DeadlineDates(
    DateOnly ClockStartedOn,
    DateOnly AcknowledgeBy,
    DateOnly RespondBy,
    DateOnly RespondByIf642,
    DateOnly MediatorFrom,
    DateOnly? MediatorUntil);
