namespace ComplaintFlow.Domain.Directory;

/// <summary>A person of the firm, known by e-mail address.</summary>
public sealed record StaffMember
{
    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>Never empty: in a firm of one, one person has all three.</summary>
    public required IReadOnlyList<StaffRole> Roles { get; init; }

    /// <summary>The address of the person who stands in during an absence.</summary>
    public string? Deputy { get; init; }

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public bool Has(StaffRole role) => Roles.Contains(role);

    public bool IsAbsentOn(DateOnly date) => Absences.Any(absence => absence.Covers(date));
}
