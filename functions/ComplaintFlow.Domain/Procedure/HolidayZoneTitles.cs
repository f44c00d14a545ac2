using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>The zones of public holidays as people read them.</summary>
public static class HolidayZoneTitles
{
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the zones.</exception>
    public static Wording Of(HolidayZone zone) => zone switch
    {
        HolidayZone.Metropole => new("France métropolitaine", "metropolitan France"),
        HolidayZone.AlsaceMoselle => new("Alsace-Moselle", "Alsace-Moselle"),
        HolidayZone.Mayotte => new("Mayotte", "Mayotte"),
        HolidayZone.Martinique => new("Martinique", "Martinique"),
        HolidayZone.Guadeloupe => new("Guadeloupe", "Guadeloupe"),
        HolidayZone.SaintMartin => new("Saint-Martin", "Saint-Martin"),
        HolidayZone.Guyane => new("Guyane", "French Guiana"),
        HolidayZone.SaintBarthelemy => new("Saint-Barthélemy", "Saint-Barthélemy"),
        HolidayZone.LaReunion => new("La Réunion", "La Réunion"),
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "Not a zone of public holidays."),
    };
}
