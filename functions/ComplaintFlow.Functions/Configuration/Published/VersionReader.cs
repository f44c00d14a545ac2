using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class VersionReader
{
    public static ProcedureVersion Read(JsonObjectReader version)
    {
        HolidayZone zone = version.Optional("zone", ProcedureForms.Zone, HolidayZone.Metropole);
        return new ProcedureVersion
        {
            Version = version.Required("version", Forms.Text, ""),
            InForceFrom = version.Required("inForceFrom", Forms.Date, default),
            Zone = zone,
            TimeZone = version.Optional("timeZone", ProcedureForms.TimeZone, "Europe/Paris"),
            RemindersAt = version.Optional("remindersAt", Forms.Time, new TimeOnly(8, 0)),
            Firm = version.Object("firm", FirmReader.Right, FirmReader.Read),
            Mediator = version.Object("mediator", MediatorReader.Right, MediatorReader.Read),
            Privacy = version.Object("privacy", PrivacyReader.Right, PrivacyReader.Read),
            Regimes = Regimes(version, zone),
        };
    }

    private static IReadOnlyList<Regime> Regimes(JsonObjectReader version, HolidayZone zone)
    {
        IReadOnlyList<(string Path, Regime Value)> regimes = version.Objects(
            "regimes", "the regimes, the default first", Presence.AtLeastOne, regime => RegimeReader.Read(regime, zone));
        Repeated.Refuse(version.Faults, regimes, "name", regime => regime.Name, StringComparer.Ordinal);
        return [.. regimes.Select(regime => regime.Value)];
    }
}
