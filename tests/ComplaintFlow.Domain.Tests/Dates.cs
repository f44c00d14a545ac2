using ComplaintFlow.Domain.Calendar;
using CsCheck;

namespace ComplaintFlow.Domain.Tests;

/// <summary>The dates and zones that properties range over: all that the contract accepts.</summary>
internal static class Dates
{
    private static readonly DateOnly First = new(1990, 1, 1);

    public static readonly Gen<DateOnly> Any =
        Gen.Int[0, new DateOnly(2199, 12, 31).DayNumber - First.DayNumber].Select(First.AddDays);

    public static readonly Gen<HolidayZone> Zone = Gen.Enum<HolidayZone>();
}
