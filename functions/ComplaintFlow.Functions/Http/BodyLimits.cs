using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>How much may come in one request.</summary>
public static class BodyLimits
{
    /// <summary>28 MB for a whole body: attachments in base64 and the words around them.</summary>
    public const long Body = 28_000_000;

    /// <summary>40 MB for a raw mail.</summary>
    public const long Mail = 40 * 1024 * 1024;

    /// <summary>20 MB of attachments, decoded.</summary>
    public const long AllFiles = 20_000_000;

    /// <summary>10 MB for one attachment, decoded.</summary>
    public const long OneFile = 10_000_000;

    public const int Files = 20;

    /// <summary>How long the body of a request to that path may be.</summary>
    public static long Of(PathString path) => IsMail(path) ? Mail : Body;

    /// <summary>Whether raw mails come in there.</summary>
    public static bool IsMail(PathString path) => path.Equals("/api/intake/email", StringComparison.OrdinalIgnoreCase) || path.Equals("/api/intake/email/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A body without a Content-Length turned out to be too large.</summary>
public sealed class BodyTooLargeException : IOException
{
    public BodyTooLargeException()
        : base("The body is too large.")
    {
    }

    public BodyTooLargeException(string message)
        : base(message)
    {
    }

    public BodyTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
