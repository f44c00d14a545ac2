using ComplaintFlow.Domain.Procedure;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>The language of an answer. People get French unless they ask for English; machines may also ask by header.</summary>
public static class RequestLanguage
{
    /// <summary>The language of a page, and of a complaint that says nothing else: French, or English with <c>?lang=en</c>.</summary>
    public static Language PageLanguageOf(this HttpRequest request) =>
        TryParse(request.Query["lang"], out Language asked) ? asked : Language.French;

    /// <summary>The language of an answer to a machine: <c>?lang=</c>, else the first of French and English in <c>Accept-Language</c>, else French.</summary>
    public static Language LanguageOf(this HttpRequest request)
    {
        if (request.WantsPage() || request.Query.ContainsKey("lang"))
        {
            return request.PageLanguageOf();
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
