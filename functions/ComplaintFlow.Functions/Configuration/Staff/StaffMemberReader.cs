using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Staff;

internal static class StaffMemberReader
{
    public static StaffMember Read(JsonObjectReader member) => new()
    {
        Email = member.Required("email", Forms.Email, ""),
        Name = member.Required("name", Forms.Text, ""),
        Roles = member.Values(
            "roles", StaffRoles.Form, "a list of \"handler\", \"manager\", \"director\"", Presence.AtLeastOne) ?? [],
        Deputy = member.Optional<string?>("deputy", Forms.Email!, null),
        Absences =
        [
            .. member.Objects(
                "absences", "the absences, such as { \"from\": \"2026-08-03\", \"to\": \"2026-08-21\" }", Presence.Optional, Absence)
                .Select(absence => absence.Value),
        ],
    };

    private static Absence Absence(JsonObjectReader absence)
    {
        int before = absence.Faults.Found.Count;
        DateOnly from = absence.Required("from", Forms.Date, default);
        DateOnly to = absence.Required("to", Forms.Date, default);
        if (from > to && absence.Faults.Found.Count == before)
        {
            absence.Faults.Add(
                absence.PathOf("to"),
                FormattableString.Invariant($"{to:yyyy-MM-dd} is before {from:yyyy-MM-dd} of from; write the first day and the last, both inclusive"));
        }

        return new Absence(from, to);
    }
}
