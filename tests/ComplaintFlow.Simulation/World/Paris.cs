namespace ComplaintFlow.Simulation.World;

/// <summary>Civil time in Paris, worked out apart from the program's.</summary>
internal static class Paris
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The instant of a wall clock; an hour that the change of clocks leaves out is the one after it.</summary>
    public static DateTimeOffset At(DateOnly date, int hour = 0, int minute = 0, int second = 0)
    {
        DateTime local = date.ToDateTime(new TimeOnly(hour, minute, second));
        local = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
