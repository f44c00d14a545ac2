using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>
/// The delays and the start of the clock under which a complaint was received. It keeps them for life, whatever the
/// published procedure becomes; only <c>change-procedure</c> replaces them.
/// </summary>
public sealed record Terms(
    string Regime,
    string Version,
    HolidayZone Zone,
    ClockStart ClockStart,
    Delay Acknowledge,
    Delay Respond,
    Delay LevelTwo)
{
    public static Terms Of(ProcedureVersion version, Regime regime) =>
        new(regime.Name, version.Version, version.Zone, regime.ClockStart, regime.Acknowledge, regime.Respond, regime.LevelTwo);
}
