using System.Text.Json;
using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

/// <summary>The forms of values that only the procedure has.</summary>
internal static class ProcedureForms
{
    public static readonly Form<string> RegimeName = new(
        "a name of a regime", "lower-case letters and dashes, such as \"payment-services\"",
        (JsonElement element, out string name) => JsonText.TryGet(element, out name)
            && name.Split('-').All(part => part.Length > 0 && part.All(char.IsAsciiLetterLower)));

    public static readonly Form<string> TimeZone = new(
        "a known time zone", "an IANA name, such as \"Europe/Paris\"",
        (JsonElement element, out string name) => JsonText.TryGet(element, out name)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.HasIanaId);

    public static readonly Form<string> Website = new(
        "a secure web address", "an address that begins with https, such as \"https://www.mediation-assurance.org\"",
        (JsonElement element, out string address) => JsonText.TryGet(element, out address)
            && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Contains('.', StringComparison.Ordinal));

    public static readonly Form<HolidayZone> Zone = Forms.OneOf(
        "a zone of public holidays",
        [.. Enum.GetValues<HolidayZone>().Select(zone => (HolidayZones.NameOf(zone), zone))]);

    public static readonly Form<ClockStart> ClockStart = Forms.OneOf(
        "a start of the clock",
        ("receipt", Domain.Procedure.ClockStart.Receipt),
        ("sending", Domain.Procedure.ClockStart.Sending),
        ("earliest", Domain.Procedure.ClockStart.Earliest));

    public static readonly Form<ApproverRole> Approver = Forms.OneOf(
        "an approver", ("none", ApproverRole.None), ("manager", ApproverRole.Manager), ("director", ApproverRole.Director));

    public static Wording Wording(JsonObjectReader wording) => new(
        wording.Required("fr", Forms.Text, ""),
        wording.Required("en", Forms.Text, ""));
}
