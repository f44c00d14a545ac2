using System.Runtime.CompilerServices;

namespace ComplaintFlow.Domain.Directory;

/// <summary>
/// Who works at the firm, who stands in for whom, and which client has which usual contact. Addresses and client numbers
/// are compared without regard to case or surrounding spaces; look-ups take constant time.
/// </summary>
public sealed record StaffDirectory
{
    // Beside the record and not in it: a field would be compared by equality and carried, stale, into copies.
    private static readonly ConditionalWeakTable<StaffDirectory, DirectoryIndex> Indexes = [];

    /// <summary>The handler of a person without a usual contact.</summary>
    public required string DefaultHandler { get; init; }

    public required IReadOnlyList<StaffMember> Staff { get; init; }

    public IReadOnlyList<ClientEntry> Clients { get; init; } = [];

    private DirectoryIndex Index => Indexes.GetValue(this, static directory => new DirectoryIndex(directory));

    /// <summary>The person with that address, or null.</summary>
    public StaffMember? Find(string email) => Index.StaffMember(email);

    /// <summary>
    /// Who acts for <paramref name="email"/> on <paramref name="on"/>: the person; when absent, the first present along
    /// the chain of deputies; the person itself when none is. Null for an address that the directory does not know.
    /// </summary>
    public StaffMember? PresentFor(string email, DateOnly on)
    {
        StaffMember? person = Find(email);
        return person is null ? null : PresentAlongDeputies(person, on, except: null) ?? person;
    }

    /// <summary>
    /// Somebody with <paramref name="role"/>: the first in file order who is present; else the first present deputy of
    /// one who is not; else the first, although absent. Null when nobody but <paramref name="except"/> has the role.
    /// </summary>
    /// <param name="role">The role asked for; a deputy need not have it.</param>
    /// <param name="on">The civil date.</param>
    /// <param name="except">An address that is never returned, neither as itself nor as a deputy.</param>
    public StaffMember? With(StaffRole role, DateOnly on, string? except = null)
    {
        List<StaffMember> holders = [.. Staff.Where(member => member.Has(role) && !IsSame(member.Email, except))];
        return holders.Find(member => !member.IsAbsentOn(on))
            ?? holders.Select(member => PresentAlongDeputies(member, on, except)).FirstOrDefault(deputy => deputy is not null)
            ?? holders.FirstOrDefault();
    }

    /// <summary>
    /// The address of the person to whom a complaint goes: the handler of the client found by number, else by e-mail, else
    /// the default handler; the present deputy when absent. A handler who left the directory counts as none.
    /// </summary>
    public string UsualContact(string? clientNumber, string? email, DateOnly on)
    {
        string? handler = Index.Client(clientNumber, email)?.Handler;
        StaffMember? present = (handler is null ? null : PresentFor(handler, on)) ?? PresentFor(DefaultHandler, on);
        return present?.Email ?? DefaultHandler;
    }

    private StaffMember? PresentAlongDeputies(StaffMember first, DateOnly on, string? except)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        for (StaffMember? person = first; person is not null && seen.Add(person.Email); person = DeputyOf(person))
        {
            if (!person.IsAbsentOn(on) && !IsSame(person.Email, except))
            {
                return person;
            }
        }

        return null;
    }

    private StaffMember? DeputyOf(StaffMember person) => person.Deputy is null ? null : Find(person.Deputy);

    private static bool IsSame(string email, string? other) =>
        other is not null && string.Equals(email, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
