namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>
/// The addresses a configuration may name: <c>local@domain</c>, without a display name, quotes, comments or spaces.
/// Letters beyond ASCII are allowed on both sides (RFC 6531).
/// </summary>
internal static class EmailAddress
{
    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~";

    public static bool IsAscii(string address) => address.All(char.IsAscii);

    public static bool IsWellFormed(string address)
    {
        string[] sides = address.Split('@');
        return address.Length <= 254 && sides is [{ Length: >= 1 and <= 64 } local, { } domain]
            && local.Split('.').All(IsAtom)
            && domain.Split('.') is { Length: >= 2 } labels && labels.All(IsLabel);
    }

    private static bool IsAtom(string atom) =>
        atom.Length > 0 && atom.All(character => char.IsLetterOrDigit(character) || IsCombining(character)
            || LocalSigns.Contains(character, StringComparison.Ordinal));

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(character => char.IsLetterOrDigit(character) || IsCombining(character) || character == '-');

    // An accent typed apart from its letter, as some keyboards and systems do.
    private static bool IsCombining(char character) =>
        char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
