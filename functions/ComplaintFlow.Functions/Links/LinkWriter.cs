using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Functions.Links;

/// <summary>The absolute addresses of the pages that mails lead to.</summary>
public sealed class LinkWriter(LinkTokens tokens, AppSettings settings)
{
    /// <summary>How long a client's link outlives the last day of the mediator.</summary>
    public const int ClientGraceDays = 60;
    private const int StaffDays = 30;

    /// <summary>The client's page: until the last day of the mediator plus sixty days, and at least thirty days from now.</summary>
    public string ClientPage(Reference reference, Complaint complaint, DateTimeOffset now)
    {
        DateOnly until = (complaint.Dates.MediatorUntil ?? complaint.ReceivedOn.AddYears(1)).AddDays(ClientGraceDays + 1);
        DateTimeOffset expires = new(until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        DateTimeOffset least = now.AddDays(StaffDays);
        return ClientPage(reference, expires > least ? expires : least);
    }

    /// <summary>The staff page of a complaint for one person, for thirty days.</summary>
    public string StaffPage(Reference reference, string email, int draft, DateTimeOffset now) => Address(
        "s", new LinkClaims(LinkPurpose.Staff, reference.Value, LinkTokens.PersonId(email), draft, now.AddDays(StaffDays)));

    public string SignIn(string email, DateTimeOffset expires) =>
        $"{settings.PublicUrl}/staff/enter/{tokens.Issue(new LinkClaims(LinkPurpose.SignIn, "", LinkTokens.PersonId(email), 0, expires))}";

    public string Desk => $"{settings.PublicUrl}/staff";

    private string ClientPage(Reference reference, DateTimeOffset expires) =>
        Address("c", new LinkClaims(LinkPurpose.Client, reference.Value, LinkClaims.ClientId, 0, expires));

    private string Address(string door, LinkClaims claims) => $"{settings.PublicUrl}/{door}/{tokens.Issue(claims)}";
}
