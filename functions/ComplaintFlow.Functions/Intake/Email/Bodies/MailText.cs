namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>The text of a mail as plain characters, lines ending in line feeds.</summary>
/// <param name="Words">What the person wrote, at most 20,000 characters (the contract's length of a description).</param>
/// <param name="Quoted">The history, at most 50,000 characters.</param>
/// <param name="Signature">At most 5,000 characters.</param>
/// <param name="IsCut">Whether one of them was longer: the whole text is then an attachment.</param>
public sealed record MailText(string Words, string Quoted, string Signature, TextOrigin Origin, bool IsCut)
{
    public const int LongestWords = 20_000;
    public const int LongestQuoted = 50_000;
    public const int LongestSignature = 5_000;

    public static MailText None { get; } = new("", "", "", TextOrigin.None, false);

    /// <summary>The whole text where <see cref="IsCut"/>; else null.</summary>
    internal string? Whole { get; private init; }

    public bool IsEmpty => Words.Length == 0 && Quoted.Length == 0 && Signature.Length == 0;

    /// <param name="text">As read from a part, still with its controls.</param>
    public static MailText Of(string text, TextOrigin origin)
    {
        string whole = PlainCharacters.Lines(text).Trim('\n');
        ReplyParts parts = ReplyParts.Split(whole);
        bool isCut = parts.Words.Length > LongestWords || parts.Quoted.Length > LongestQuoted || parts.Signature.Length > LongestSignature;
        return new MailText(
            PlainCharacters.Cut(parts.Words, LongestWords),
            PlainCharacters.Cut(parts.Quoted, LongestQuoted),
            PlainCharacters.Cut(parts.Signature, LongestSignature),
            origin,
            isCut) { Whole = isCut ? whole : null };
    }
}

/// <summary>Where a text comes from.</summary>
public enum TextOrigin
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Parts of type text/plain.</summary>
    Plain,

    /// <summary>Made from HTML.</summary>
    Html,

    /// <summary>The mail itself says nothing: the text of the mail attached to it.</summary>
    AttachedMail,

    /// <summary>From a winmail.dat.</summary>
    Tnef,

    /// <summary>From bytes without a header.</summary>
    Raw,
}
