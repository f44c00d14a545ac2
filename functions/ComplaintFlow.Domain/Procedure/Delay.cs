namespace ComplaintFlow.Domain.Procedure;

/// <summary>A length of time in civil days. The day of the event is day 0 and does not count; the last day is inclusive.</summary>
public readonly record struct Delay(int Count, DelayUnit Unit);
