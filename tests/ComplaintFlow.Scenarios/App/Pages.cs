using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Pages as a browser understands them.</summary>
public static class Pages
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>All the text of a page.</summary>
    public static string TextOf(string html) => Parse(html).DocumentElement.TextContent;

    /// <summary>The script elements, event handlers and script addresses of a page: none, whatever was typed.</summary>
    public static IReadOnlyList<string> ScriptsOf(string html)
    {
        IHtmlDocument page = Parse(html);
        return
        [
            .. page.QuerySelectorAll("script, iframe, object, embed, svg").Select(element => element.OuterHtml),
            .. page.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                .Select(attribute => $"{attribute.Name}={attribute.Value}"),
        ];
    }
}
