using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>
/// The firm's published procedure as in force from a date. Everything that a page, a mail, a letter or the engine says
/// or does about delays, contacts and approvals comes from here, so that the promise and the practice cannot differ.
/// </summary>
public sealed record ProcedureVersion
{
    public required string Version { get; init; }

    /// <summary>First day in force, inclusive.</summary>
    public required DateOnly InForceFrom { get; init; }

    public required Firm Firm { get; init; }

    public required Mediator Mediator { get; init; }

    public required PrivacyNotice Privacy { get; init; }

    /// <summary>IANA name of the firm's time zone.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    public HolidayZone Zone { get; init; } = HolidayZone.Metropole;

    /// <summary>The time of day of reminders, in the firm's zone.</summary>
    public TimeOnly RemindersAt { get; init; } = new(8, 0);

    /// <summary>Never empty; the first is the default.</summary>
    public required IReadOnlyList<Regime> Regimes { get; init; }

    public Regime DefaultRegime => Regimes[0];

    /// <summary>The regime of that name, or null.</summary>
    public Regime? FindRegime(string name) => Regimes.FirstOrDefault(regime => regime.Name == name);

    /// <summary>The firm's civil time. Made on each call: the runtime keeps the zone, and a cache here would be compared and copied.</summary>
    /// <exception cref="TimeZoneNotFoundException"><see cref="TimeZone"/> is not known on this machine.</exception>
    public CivilTime CivilTime => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}
