using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Staff;

/// <summary>Reads a directory and checks what its parts say about each other.</summary>
internal static class StaffDirectoryReader
{
    public static StaffDirectory Read(JsonObjectReader file)
    {
        string defaultHandler = file.Required("defaultHandler", Forms.Email, "");
        IReadOnlyList<(string Path, StaffMember Value)> staff =
            file.Objects("staff", "the people of the firm", Presence.AtLeastOne, StaffMemberReader.Read);
        IReadOnlyList<(string Path, ClientEntry Value)> clients =
            file.Objects("clients", "the clients and their handlers", Presence.Optional, ClientEntryReader.Read);
        StaffDirectory directory = new()
        {
            DefaultHandler = defaultHandler,
            Staff = [.. staff.Select(member => member.Value)],
            Clients = [.. clients.Select(client => client.Value)],
        };
        Repeated.Refuse(file.Faults, staff, "email", member => member.Email, StringComparer.OrdinalIgnoreCase);
        Repeated.Refuse(file.Faults, clients, "clientNumber", client => client.ClientNumber.Trim(), StringComparer.OrdinalIgnoreCase);
        RefuseStrangers(file, directory, staff, clients);
        RefuseMissingRoles(file, staff);
        return directory;
    }

    private static void RefuseStrangers(
        JsonObjectReader file,
        StaffDirectory directory,
        IReadOnlyList<(string Path, StaffMember Value)> staff,
        IReadOnlyList<(string Path, ClientEntry Value)> clients)
    {
        RefuseStranger(file.PathOf("defaultHandler"), directory.DefaultHandler);
        foreach ((string path, StaffMember member) in staff)
        {
            if (string.Equals(member.Deputy, member.Email, StringComparison.OrdinalIgnoreCase))
            {
                file.Faults.Add($"{path}.deputy", $"{JsonText.Quote(member.Email)} stands in for itself; write the address of somebody else");
            }
            else
            {
                RefuseStranger($"{path}.deputy", member.Deputy);
            }
        }

        foreach ((string path, ClientEntry client) in clients)
        {
            RefuseStranger($"{path}.handler", client.Handler);
        }

        void RefuseStranger(string path, string? email)
        {
            if (!string.IsNullOrEmpty(email) && directory.Find(email) is null)
            {
                file.Faults.Add(path, $"{JsonText.Quote(email)} is not among the staff; write the address of one of them");
            }
        }
    }

    // Left alone when somebody's roles are at fault already: that may be the very role that is missing.
    private static void RefuseMissingRoles(JsonObjectReader file, IReadOnlyList<(string Path, StaffMember Value)> staff)
    {
        if (staff.Count == 0 || staff.Any(member => member.Value.Roles.Count == 0))
        {
            return;
        }

        foreach (StaffRole role in Enum.GetValues<StaffRole>().Where(role => !staff.Any(member => member.Value.Has(role))))
        {
            string name = JsonText.Quote(StaffRoles.NameOf(role));
            file.Faults.Add(file.PathOf("staff"), $"nobody has the role {name}; write it among the roles of one person at least");
        }
    }
}
