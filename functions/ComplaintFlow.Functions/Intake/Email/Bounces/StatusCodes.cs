using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Bounces;

/// <summary>Finds codes in the words of mail systems (RFC 3463, RFC 5321, 4.2).</summary>
internal static partial class StatusCodes
{
    /// <summary>An enhanced code (5.1.1); made from the reply code (550 → 5.0.0) where there is only that; null without either.</summary>
    public static string? In(string text)
    {
        Match enhanced = Enhanced().Match(text);
        if (enhanced.Success)
        {
            return enhanced.Value;
        }

        Match reply = Reply().Match(text);
        return reply.Success ? $"{reply.Groups[1].Value}.0.0" : null;
    }

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)")]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"(?<![\d.:/-])([45])[0-5]\d(?=[\s-]\D|:)")]
    private static partial Regex Reply();
}
