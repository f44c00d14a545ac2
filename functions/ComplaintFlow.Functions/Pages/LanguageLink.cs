using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The same page in the other language; French is what an address without <c>lang</c> gives.</summary>
internal static class LanguageLink
{
    public static Html To(string path, Language language) => language == Language.English
        ? Html.Of($"""<p class="language"><a href="{path}" lang="fr" hreflang="fr">Français</a></p>""")
        : Html.Of($"""<p class="language"><a href="{path}?lang=en" lang="en" hreflang="en">English</a></p>""");
}
