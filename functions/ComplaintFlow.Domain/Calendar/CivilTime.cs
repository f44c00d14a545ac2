namespace ComplaintFlow.Domain.Calendar;

/// <summary>
/// The firm's civil time: turns instants into the dates that people read, and dates into the instants at which
/// something is due. A deadline day lasts until the first instant of the next day, whatever the clocks do.
/// </summary>
/// <param name="zone">The firm's time zone, Europe/Paris unless the procedure says otherwise.</param>
public sealed class CivilTime(TimeZoneInfo zone)
{
    /// <summary>The civil date at <paramref name="instant"/>.</summary>
    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of <paramref name="date"/>, with the offset in force then.</summary>
    public DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>
    /// The instant of <paramref name="time"/> on <paramref name="date"/>. A time that the spring change skips becomes
    /// the first instant after the gap; a time that the autumn change repeats is the first of the two.
    /// </summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        DateTime local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            local = EndOfGap(local);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary><paramref name="instant"/> with the offset of the firm's zone.</summary>
    public DateTimeOffset InZone(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    // Clocks change on a whole minute, so the seconds of the skipped time must not survive into the first instant after.
    private DateTime EndOfGap(DateTime skipped)
    {
        DateTime local = skipped.AddTicks(-(skipped.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }
}
