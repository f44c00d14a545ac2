using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Staff;

/// <summary>The names of the roles in the directory.</summary>
internal static class StaffRoles
{
    private static readonly (string Name, StaffRole Role)[] Named =
        [("handler", StaffRole.Handler), ("manager", StaffRole.Manager), ("director", StaffRole.Director)];

    public static readonly Form<StaffRole> Form = Forms.OneOf("a role", Named);

    public static string NameOf(StaffRole role) => Array.Find(Named, named => named.Role == role).Name;
}
