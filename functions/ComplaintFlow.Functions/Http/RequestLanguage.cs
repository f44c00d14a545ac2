using ComplaintFlow.Domain.Procedure;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>The language asked for: <c>?lang=</c>, else what the browser prefers of French and English, else French.</summary>
public static class RequestLanguage
{
    public static Language LanguageOf(this HttpRequest request)
    {
        if (TryParse(request.Query["lang"], out Language asked))
        {
            return asked;
        }

        foreach (string preference in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            string tag = preference.Split(';')[0].Trim();
            if (tag.Length >= 2 && TryParse(tag[..2].ToLowerInvariant(), out Language preferred))
            {
                return preferred;
            }
        }

        return Language.French;
    }

    /// <summary>Reads <c>fr</c> or <c>en</c>.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        language = code == "en" ? Language.English : Language.French;
        return code is "fr" or "en";
    }

    public static string CodeOf(Language language) => language == Language.English ? "en" : "fr";

    /// <summary>Whether a person reads the answer in a browser.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
