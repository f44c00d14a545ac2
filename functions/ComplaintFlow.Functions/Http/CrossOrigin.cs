using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>Which other web sites may post complaints from a visitor's browser.</summary>
internal static class CrossOrigin
{
    /// <summary>Tells a browser that the page's origin is allowed; says nothing to others.</summary>
    public static void SetHeaders(HttpContext http, IReadOnlyList<string> allowed)
    {
        string origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !IsAllowed(origin, allowed))
        {
            return;
        }

        IHeaderDictionary headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Location, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.Vary = "Origin";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            headers.AccessControlAllowMethods = "POST";
            headers.AccessControlAllowHeaders = "Content-Type, Idempotency-Key, Accept-Language";
            headers.AccessControlMaxAge = "600";
        }
    }

    public static bool IsAllowed(string origin, IReadOnlyList<string> allowed) =>
        allowed.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
