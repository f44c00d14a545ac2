using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Functions.Links;

/// <summary>Finds the person of a link.</summary>
internal static class DirectoryLinks
{
    /// <summary>The person of that id, or null: somebody who left the directory, whose links no longer hold.</summary>
    public static StaffMember? FindByLinkId(this StaffDirectory directory, string personId) =>
        directory.Staff.FirstOrDefault(member => LinkTokens.PersonId(member.Email) == personId);
}
