using System.Globalization;
using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

internal sealed class EnglishDeadlineWords : DeadlineWords
{
    private const string CivilProcedure = "Code de procédure civile";

    public override string Clock(ClockStart rule, DateOnly sentOn, DateOnly receivedOn) => rule switch
    {
        ClockStart.Receipt => $"Start of the delays: the day of receipt, {Long(receivedOn)} (rule of the firm’s published procedure).",
        ClockStart.Sending => $"Start of the delays: the day of sending, {Long(sentOn)} (ACPR recommendation 2022-R-01, applicable since 31 December 2022, then 2024-R-02).",
        ClockStart.Earliest => $"Start of the delays: the earlier of the two dates, sent on {Long(sentOn)}, received on {Long(receivedOn)} (rule of the firm’s published procedure).",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a start of the clock."),
    };

    public override string Day0(DateOnly start) => $"{Long(start)}: day of the start, does not count (art. 641 {CivilProcedure}).";

    public override string WorkingDaysRule(ExplainedDelay delay) =>
        $"{Name(delay.Promise)}: {Count(delay.Delay.Count, "working day")}, Monday to Saturday, without Sundays and public holidays ({HolidayZoneTitles.Of(delay.Zone).En}; art. L.3133-1 Code du travail).";

    public override string Skipped(DateOnly day, HolidayZone zone) =>
        $"{Long(day)}: {Reason(day, zone, "and", Language.English)}, does not count";

    public override string LastWorkingDay(ExplainedDelay delay) =>
        $"Working day {Number(delay.Delay.Count)}: {Long(delay.Due)}. {Name(delay.Promise)} by the end of that day.";

    public override string Months(ExplainedDelay delay)
    {
        string rule = delay.Due.Day == delay.Day0.Day
            ? "same day number"
            : $"there is no {Number(delay.Day0.Day)} in {CivilDateText.MonthName(delay.Due, Language.English)}, so the last day of the month";
        return $"{Name(delay.Promise)}: {Count(delay.Delay.Count, "month")} from {Plain(delay.Day0)}, {rule}: by the end of {Long(delay.Due)} (art. 641 {CivilProcedure}).";
    }

    public override string Article642Changes(DateOnly due, DateOnly moved, HolidayZone zone)
    {
        IEnumerable<string> excluded = Days(due, moved).Select(day => $"{Long(day)}{Bracketed(PublicHolidays.On(day, zone)?.En)}");
        return $"For information: art. 642 {CivilProcedure} excludes as last day {string.Join(", ", excluded)}; it would move the answer to {Long(moved)}. The firm keeps to {Plain(due)}.";
    }

    public override string Article642ChangesNothing(DateOnly due) =>
        $"For information: art. 642 {CivilProcedure} changes nothing, {Long(due)} is neither a Saturday, a Sunday nor a public holiday.";

    public override string MediatorFrom(DateOnly earlier, DateOnly from) =>
        $"Mediator, for want of an answer: from {Long(from)}, the day after {Plain(from.AddDays(-1))} that ends the two months from the initial complaint ({Plain(earlier)}, the earlier of sending and receipt; ACPR recommendation 2024-R-02).";

    public override string MediatorUntil(DateOnly writtenOn, DateOnly until) =>
        $"Mediator: until {Long(until)} inclusive, one year after the written complaint of {Plain(writtenOn)}{(until.Day == writtenOn.Day ? "" : ", there is no 29 February, so the last day of the month")} (art. L.612-2 Code de la consommation).";

    public override string NothingWritten() =>
        "Mediator: the complaint is not in writing yet, the year to go to the mediator has not begun (art. L.612-2 Code de la consommation).";

    private static string Name(Promise promise) => promise switch
    {
        Promise.Acknowledgement => "Acknowledgement",
        Promise.Answer => "Answer",
        _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, "Not a promise."),
    };

    private static string Count(int count, string one) => $"{Number(count)} {one}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Long(DateOnly date) => CivilDateText.Long(date, Language.English);

    private static string Plain(DateOnly date) => CivilDateText.WithoutDayName(date, Language.English);
}
