using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>A complaint that a mail names.</summary>
/// <param name="IsClients">Whether the mail comes from the complainant or the representative, and names it in a way that counts.</param>
/// <param name="IsMadeUp">Whether it is named only by a reply address whose tag was not made here.</param>
public sealed record NamedComplaint(StoredComplaint Complaint, bool IsClients, bool IsMadeUp = false);
