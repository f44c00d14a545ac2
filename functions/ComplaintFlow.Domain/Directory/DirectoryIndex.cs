namespace ComplaintFlow.Domain.Directory;

/// <summary>The look-ups of one directory, each independent of case. Of several entries under one key the first of the file counts.</summary>
internal sealed class DirectoryIndex(StaffDirectory directory)
{
    private readonly Dictionary<string, StaffMember> _staff = FirstBy(directory.Staff, member => member.Email);
    private readonly Dictionary<string, ClientEntry> _byNumber = FirstBy(directory.Clients, client => client.ClientNumber);
    private readonly Dictionary<string, ClientEntry> _byEmail = FirstBy(directory.Clients, client => client.Email);

    public StaffMember? StaffMember(string email) => Of(_staff, email);

    public ClientEntry? Client(string? clientNumber, string? email) => Of(_byNumber, clientNumber) ?? Of(_byEmail, email);

    private static Dictionary<string, T> FirstBy<T>(IReadOnlyList<T> entries, Func<T, string?> keyOf)
    {
        Dictionary<string, T> index = new(entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (T entry in entries)
        {
            if (keyOf(entry) is { } key)
            {
                index.TryAdd(key.Trim(), entry);
            }
        }

        return index;
    }

    private static T? Of<T>(Dictionary<string, T> index, string? key)
        where T : class => key is null ? null : index.GetValueOrDefault(key.Trim());
}
