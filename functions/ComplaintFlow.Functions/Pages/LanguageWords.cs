using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>One text in the reader's language; the French one gets the spaces of French print. Not for what people typed.</summary>
internal static class LanguageWords
{
    public static string Say(this Language language, string fr, string en) => language == Language.English ? en : Fr(fr);

    public static string Say(this Language language, Wording wording) => language.Say(wording.Fr, wording.En);

    /// <summary>French only, for the firm's own pages.</summary>
    public static string Fr(string text) => FrenchTypography.Apply(text);

    /// <summary>The value of <c>lang</c> attributes and of the <c>language</c> field.</summary>
    public static string Code(this Language language) => language == Language.English ? "en" : "fr";
}
