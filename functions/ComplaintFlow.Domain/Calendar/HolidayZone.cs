namespace ComplaintFlow.Domain.Calendar;

/// <summary>Where the firm works: decides which public holidays count. Names on the wire are in kebab case (<c>alsace-moselle</c>).</summary>
public enum HolidayZone
{
    Metropole,
    AlsaceMoselle,
    Mayotte,
    Martinique,
    Guadeloupe,
    SaintMartin,
    Guyane,
    SaintBarthelemy,
    LaReunion,
}
