using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A page as a person sees it.</summary>
/// <param name="link">Where it was opened.</param>
public sealed class WebPage(string link, string html)
{
    public string Link { get; } = link;

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(html);

    /// <summary>The words on the page, on one line.</summary>
    public string Text => Reading.Plain(Document.Body!.TextContent);

    /// <summary>What the page offers to do: the acts of its forms.</summary>
    public IReadOnlyList<string> Acts =>
        [.. Document.QuerySelectorAll<IHtmlInputElement>("form input[name=action]").Select(input => input.Value).Distinct()];

    public WebPage Says(params IEnumerable<string> parts)
    {
        Reading.Says(Text, parts);
        return this;
    }

    public IHtmlFormElement Form(string selector) =>
        Document.QuerySelector(selector)?.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"No form with {selector} on: {Text}");
}
