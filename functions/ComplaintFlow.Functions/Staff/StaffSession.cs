using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Links;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Staff;

/// <summary>
/// Who sits at the desk: by a signed cookie that works on any instance, or, only where the firm chose so, by the
/// platform's authentication headers.
/// </summary>
public sealed class StaffSession(LinkTokens tokens, FirmRules firm, AppSettings settings)
{
    private const string CookieName = "complaintflow-staff";
    private const string PlatformHeader = "X-MS-CLIENT-PRINCIPAL-NAME";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The person of the directory, or null when nobody is signed in.</summary>
    public async Task<StaffMember?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        if (settings.StaffSignIn == StaffSignIn.Platform)
        {
            return request.Headers[PlatformHeader].ToString() is { Length: > 0 } email ? directory.Find(email) : null;
        }

        return tokens.Read(request.Cookies[CookieName], LinkPurpose.Session, firm.Now) is LinkReading.Valid valid
            ? directory.FindByLinkId(valid.Claims.PersonId)
            : null;
    }

    /// <summary>Signs the person in for twelve hours.</summary>
    public void Begin(HttpResponse response, string personId)
    {
        DateTimeOffset expires = firm.Now + Lifetime;
        string token = tokens.Issue(new LinkClaims(LinkPurpose.Session, "", personId, 0, expires));
        response.Cookies.Append(CookieName, token, Options(Lifetime));
    }

    public void End(HttpResponse response) => response.Cookies.Append(CookieName, "", Options(TimeSpan.Zero));

    private CookieOptions Options(TimeSpan lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/staff",
        SameSite = SameSiteMode.Lax,
        Secure = settings.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
    };
}
