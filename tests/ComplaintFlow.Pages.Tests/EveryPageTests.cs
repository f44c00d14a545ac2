using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

public sealed class EveryPageTests
{
    public static TheoryData<string> Names { get; } = [.. SamplePages.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_InEveryState_IsWellFormedAndAccessible(string name) => PageRules.Check(PageRules.Parse(SamplePages.All[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_InFrench_HasTheSpacesOfFrenchPrint(string name)
    {
        IHtmlDocument page = PageRules.Parse(SamplePages.All[name]);
        if (page.DocumentElement.GetAttribute("lang") == "fr")
        {
            PageRules.CheckFrenchSpaces(page);
        }
        else
        {
            Assert.DoesNotContain("Réclamation", page.Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_ButTheFormAndTheProcedure_IsKeptFromSearchEngines(string name)
    {
        bool isPublished = name.StartsWith("form", StringComparison.Ordinal) || name.StartsWith("procedure", StringComparison.Ordinal);
        Assert.Equal(!isPublished, PageRules.Parse(SamplePages.All[name]).QuerySelector("meta[name=robots][content=noindex]") is not null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_Everywhere_RefersToAssetsThatExist(string name)
    {
        IHtmlDocument page = PageRules.Parse(SamplePages.All[name]);
        foreach (IElement link in page.QuerySelectorAll("link"))
        {
            string href = link.GetAttribute("href")!;
            Assert.StartsWith("/assets/", href, StringComparison.Ordinal);
            Assert.NotNull(Assets.TryGet(href["/assets/".Length..]));
        }
    }

    /// <summary>Leaves the pages beside the tests, to be looked at in a browser.</summary>
    [Fact]
    public void Pages_All_AreWrittenToBeLookedAt()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "pages");
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "assets"));
        foreach (string asset in Assets.Names)
        {
            File.WriteAllBytes(Path.Combine(folder, "assets", asset), Assets.TryGet(asset)!.Value.Content);
        }

        foreach ((string name, Functions.Markup.Html page) in SamplePages.All)
        {
            string file = Path.Combine(folder, $"{name}.html");
            File.WriteAllText(file, page.ToString().Replace("\"/assets/", "\"assets/", StringComparison.Ordinal));
            Assert.True(new FileInfo(file).Length > 500);
        }
    }
}
