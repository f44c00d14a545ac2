using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>The headers of every answer: no script, no frame, no cache, no referrer, and no search engine but for the public pages.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] PublicPages = ["/", "/procedure", "/deadlines"];

    public static void Set(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        if (!PublicPages.Contains(http.Request.Path.Value, StringComparer.OrdinalIgnoreCase))
        {
            headers["X-Robots-Tag"] = "noindex";
        }
    }
}
