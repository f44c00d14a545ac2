namespace ComplaintFlow.Domain.Procedure;

/// <summary>
/// The spaces of French print: one that does not break (U+00A0) before a colon and inside guillemets, a narrow one
/// (U+202F) before a semicolon, an exclamation mark and a question mark. Texts are written in the code with plain spaces.
/// </summary>
public static class FrenchTypography
{
    public static string Apply(string text) => text
        .Replace(" :", "\u00A0:", StringComparison.Ordinal)
        .Replace(" ;", "\u202F;", StringComparison.Ordinal)
        .Replace(" !", "\u202F!", StringComparison.Ordinal)
        .Replace(" ?", "\u202F?", StringComparison.Ordinal)
        .Replace("« ", "«\u00A0", StringComparison.Ordinal)
        .Replace(" »", "\u00A0»", StringComparison.Ordinal);
}
