using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>Shows how the dates of <see cref="Deadlines.Compute"/> come about: one line per day skipped and rule applied.</summary>
public static class DeadlineExplanation
{
    /// <summary>
    /// The lines in reading order: the start of the clock, the acknowledgement, the answer, what art. 642 would change, the
    /// mediator. Plain text with the spaces of French print; nothing to escape but what the reader's format asks for.
    /// </summary>
    /// <inheritdoc cref="Deadlines.Compute" path="/param"/>
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyList<string> Steps(
        Terms terms, DateOnly sentOn, DateOnly receivedOn, DateOnly? writtenOn, Language language)
    {
        DeadlineDates dates = Deadlines.Compute(terms, sentOn, receivedOn, writtenOn);
        DeadlineWords words = DeadlineWords.In(language);
        DateOnly start = dates.ClockStartedOn;
        return
        [
            words.Clock(terms.ClockStart, sentOn, receivedOn),
            words.Day0(start),
            .. Lines(words, new(Promise.Acknowledgement, terms.Acknowledge, start, dates.AcknowledgeBy, terms.Zone)),
            .. Lines(words, new(Promise.Answer, terms.Respond, start, dates.RespondBy, terms.Zone)),
            dates.RespondByIf642 == dates.RespondBy
                ? words.Article642ChangesNothing(dates.RespondBy)
                : words.Article642Changes(dates.RespondBy, dates.RespondByIf642, terms.Zone),
            words.MediatorFrom(Deadlines.Earlier(sentOn, receivedOn), dates.MediatorFrom),
            writtenOn is { } written && dates.MediatorUntil is { } until
                ? words.MediatorUntil(written, until)
                : words.NothingWritten(),
        ];
    }

    private static IEnumerable<string> Lines(DeadlineWords words, ExplainedDelay delay) => delay.Delay.Unit switch
    {
        DelayUnit.WorkingDays =>
        [
            words.WorkingDaysRule(delay),
            .. delay.Skipped().Select(day => words.Skipped(day, delay.Zone)),
            words.LastWorkingDay(delay),
        ],
        DelayUnit.Months => [words.Months(delay)],
        _ => throw new ArgumentOutOfRangeException(nameof(delay), delay.Delay.Unit, "Not a unit of delays."),
    };
}
