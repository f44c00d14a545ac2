namespace ComplaintFlow.Domain.Procedure;

/// <summary>The dates that follow from when a complaint was sent, received and written.</summary>
public static class Deadlines
{
    /// <summary>The law's two months before the mediator, the same under every regime.</summary>
    private static readonly Delay BeforeMediator = new(2, DelayUnit.Months);

    /// <param name="terms">The delays and the start of the clock of the complaint.</param>
    /// <param name="sentOn">The day the client sent it.</param>
    /// <param name="receivedOn">The day the firm received it.</param>
    /// <param name="writtenOn">The day it was first put in writing; null for one that is oral still.</param>
    public static DeadlineDates Compute(Terms terms, DateOnly sentOn, DateOnly receivedOn, DateOnly? writtenOn)
    {
        DateOnly start = ClockStartedOn(terms.ClockStart, sentOn, receivedOn);
        DateOnly respondBy = Delays.Add(start, terms.Respond, terms.Zone);
        return new DeadlineDates(
            start,
            Delays.Add(start, terms.Acknowledge, terms.Zone),
            respondBy,
            Delays.IfArticle642(respondBy, terms.Zone),
            Delays.Add(Earlier(sentOn, receivedOn), BeforeMediator, terms.Zone).AddDays(1),
            // The same day number next year, inclusive; 29 February gives 28 February.
            writtenOn?.AddYears(1));
    }

    internal static DateOnly Earlier(DateOnly sentOn, DateOnly receivedOn) => sentOn < receivedOn ? sentOn : receivedOn;

    private static DateOnly ClockStartedOn(ClockStart rule, DateOnly sentOn, DateOnly receivedOn) => rule switch
    {
        ClockStart.Receipt => receivedOn,
        ClockStart.Sending => sentOn,
        ClockStart.Earliest => Earlier(sentOn, receivedOn),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a start of the clock."),
    };
}
