using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Functions.Staff;

/// <summary>A staff member's own absences, kept in the directory.</summary>
public sealed class StaffAbsences(DirectoryStore directory)
{
    /// <summary>Null when the fields are wrong.</summary>
    public async Task<Flash?> AddAsync(StaffMember person, Fields fields, CancellationToken cancellationToken)
    {
        Absence? absence = Read(fields);
        return absence is null ? null : await ChangeAsync(
            person,
            absences => absences.Contains(absence) ? null : [.. absences.Append(absence).OrderBy(each => each.From)],
            cancellationToken);
    }

    /// <summary>Null when the fields are wrong.</summary>
    public async Task<Flash?> RemoveAsync(StaffMember person, Fields fields, CancellationToken cancellationToken)
    {
        Absence? absence = Read(fields);
        return absence is null ? null : await ChangeAsync(
            person,
            absences => absences.Contains(absence) ? [.. absences.Where(each => each != absence)] : null,
            cancellationToken);
    }

    private static Absence? Read(Fields fields)
    {
        DateOnly from = fields.RequiredDate("from");
        DateOnly to = fields.RequiredDate("to");
        if (!fields.Errors.Any && to < from)
        {
            fields.Add("to", "Le dernier jour ne peut pas précéder le premier.", "The last day cannot be before the first.");
        }

        return fields.Errors.Any ? null : new Absence(from, to);
    }

    private async Task<Flash> ChangeAsync(
        StaffMember person, Func<IReadOnlyList<Absence>, IReadOnlyList<Absence>?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            StoredDirectory stored = await directory.GetAsync(cancellationToken);
            if (stored.Directory.Find(person.Email) is not { } current)
            {
                return new Flash(FlashKind.Refused, "Vous ne figurez plus dans l’annuaire.");
            }

            if (change(current.Absences) is not { } absences)
            {
                return new Flash(FlashKind.AlreadyDone);
            }

            StaffDirectory next = stored.Directory with
            {
                Staff = [.. stored.Directory.Staff.Select(member => member == current ? member with { Absences = absences } : member)],
            };
            if (await directory.TryReplaceAsync(next, stored.ETag, cancellationToken))
            {
                return new Flash(FlashKind.Done);
            }
        }
    }
}
