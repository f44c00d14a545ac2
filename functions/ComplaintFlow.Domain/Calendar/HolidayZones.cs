using System.Diagnostics.CodeAnalysis;

namespace ComplaintFlow.Domain.Calendar;

/// <summary>The names of the zones on the wire, in kebab case.</summary>
public static class HolidayZones
{
    private static readonly string[] InOrder =
    [
        "metropole", "alsace-moselle", "mayotte", "martinique", "guadeloupe",
        "saint-martin", "guyane", "saint-barthelemy", "la-reunion",
    ];

    /// <summary>Every name, in the order of <see cref="HolidayZone"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.AsReadOnly(InOrder);

    /// <exception cref="ArgumentOutOfRangeException">The value is none of the zones.</exception>
    public static string NameOf(HolidayZone zone) => Enum.IsDefined(zone)
        ? InOrder[(int)zone]
        : throw new ArgumentOutOfRangeException(nameof(zone), zone, "Not a zone of public holidays.");

    /// <summary>Reads a name exactly as written in <see cref="Names"/>; anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out HolidayZone zone)
    {
        int index = Array.IndexOf(InOrder, name);
        zone = (HolidayZone)Math.Max(index, 0);
        return index >= 0;
    }
}
