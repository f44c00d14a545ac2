namespace ComplaintFlow.Domain.Procedure;

/// <summary>The date from which the delays of a complaint run.</summary>
public enum ClockStart
{
    /// <summary>The day the firm received it (the published procedure's own words, the default).</summary>
    Receipt,

    /// <summary>The day the client sent it (the regulator, since 31 December 2022).</summary>
    Sending,

    /// <summary>The earlier of the two.</summary>
    Earliest,
}
