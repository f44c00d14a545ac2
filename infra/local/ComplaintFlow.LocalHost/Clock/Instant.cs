using System.Globalization;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>Instants as text: ISO 8601 with an offset.</summary>
internal static class Instant
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Reads an instant; one without an offset is refused, since it names no instant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        bool hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return hasOffset && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>The instant in UTC, to the tick.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
