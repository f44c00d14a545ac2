using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Pages.Tests;

/// <summary>What holds for every page of the program.</summary>
internal static partial class PageRules
{
    /// <summary>Parses as a strict reader would: any fault of the markup throws.</summary>
    public static IHtmlDocument Parse(Html page) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(page.ToString());

    public static void Check(IHtmlDocument page)
    {
        CheckFrame(page);
        CheckNothingActive(page);
        CheckReferences(page);
        CheckLabels(page);
        CheckHeadings(page);
    }

    /// <summary>No plain space before the double punctuation of French.</summary>
    public static void CheckFrenchSpaces(IHtmlDocument page)
    {
        foreach (INode text in page.Body!.Descendants<IText>().Where(text => text.ParentElement is not { LocalName: "textarea" }))
        {
            Assert.False(PlainSpace().IsMatch(text.TextContent), text.TextContent);
        }
    }

    private static void CheckFrame(IHtmlDocument page)
    {
        Assert.Contains(page.DocumentElement.GetAttribute("lang"), new[] { "fr", "en" });
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.Single(page.QuerySelectorAll("main"));
        foreach (IElement time in page.QuerySelectorAll("time"))
        {
            Assert.True(DateTimeOffset.TryParse(time.GetAttribute("datetime"), CultureInfo.InvariantCulture, out _));
        }
    }

    private static void CheckNothingActive(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, embed, img, base, [style], meta[http-equiv]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.DoesNotContain("script:", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Contains(form.GetAttribute("method"), new[] { "get", "post" }));
        Assert.All(page.QuerySelectorAll("button"), button => Assert.Equal("submit", button.GetAttribute("type")));
    }

    private static void CheckReferences(IHtmlDocument page)
    {
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        IEnumerable<string> named = page.QuerySelectorAll("[aria-describedby]").Select(element => element.GetAttribute("aria-describedby")!)
            .Concat(page.QuerySelectorAll("[aria-labelledby]").Select(element => element.GetAttribute("aria-labelledby")!))
            .SelectMany(names => names.Split(' '))
            .Concat(page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]))
            .Concat(page.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for")!));
        Assert.All(named, name => Assert.Contains(name, ids));
    }

    private static void CheckLabels(IHtmlDocument page)
    {
        foreach (IElement control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            IElement label = Assert.Single(page.QuerySelectorAll("label"), label => label.GetAttribute("for") == control.Id);
            Assert.False(string.IsNullOrWhiteSpace(label.TextContent));
        }

        Assert.All(page.QuerySelectorAll("a, button, summary, legend, h1, h2, h3, th"), element => Assert.False(string.IsNullOrWhiteSpace(element.TextContent), element.OuterHtml));
    }

    private static void CheckHeadings(IHtmlDocument page)
    {
        int[] levels = [.. page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [GeneratedRegex(@"\S [:;!?»](\s|$)|« ")]
    private static partial Regex PlainSpace();
}
