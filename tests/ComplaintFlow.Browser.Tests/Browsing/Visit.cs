using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ComplaintFlow.Browser.Tests.Browsing;

/// <summary>
/// Somebody at a browser. Whatever the browser complains of is a fault: the console, a script error, a request to
/// another origin, a refused or failed request.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Grave = ["serious", "critical"];
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly bool _javaScript;
    private readonly string _name;

    private Visit(IBrowserContext context, IPage page, Uri site, string name, bool javaScript)
    {
        _context = context;
        _name = name;
        _javaScript = javaScript;
        Page = page;
        page.Console += (_, message) => _faults.Add($"console: {message.Text}");
        page.PageError += (_, error) => _faults.Add($"script: {error}");
        page.RequestFailed += (_, request) => _faults.Add($"failed: {request.Url} {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.AbsoluteUri, StringComparison.Ordinal))
            {
                _faults.Add($"another origin: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of; expected answers such as a 400 are complained of, too.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Visit> StartAsync(Chromium chromium, Uri site, string name, int width = 1280, bool javaScript = true)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.AbsoluteUri,
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(context, await context.NewPageAsync(), site, $"{name}-{width}{(javaScript ? "" : "-noscript")}", javaScript);
    }

    /// <summary>
    /// Looks at the page as it is: keeps a picture, and checks that nothing is wider than the window and that axe finds
    /// no serious violation (both need the browser's scripting).
    /// </summary>
    public async Task LookAsync(string what)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "screenshots");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{_name}-{what}.png"), FullPage = true });
        if (!_javaScript)
        {
            return;
        }

        int overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{what}: {overflow} px wider than the window");
        AxeResult axe = await Page.RunAxe();
        Assert.NotEmpty(axe.Passes);
        Assert.True(
            !axe.Violations.Any(violation => Grave.Contains(violation.Impact)),
            $"{what}: {string.Join("; ", axe.Violations.Select(violation => $"{violation.Impact} {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"))}");
    }

    /// <summary>Presses the button of an act's form, folded or not.</summary>
    public async Task ActAsync(string action, params (string Field, string Value)[] fields)
    {
        ILocator act = Page.Locator($"#act-{action}");
        if (await act.GetAttributeAsync("open") is null)
        {
            await act.Locator("summary").ClickAsync();
        }

        foreach ((string field, string value) in fields)
        {
            await act.Locator($"[name={field}]").FillAsync(value);
        }

        await act.Locator("button[type=submit]").ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens the mailbox page and follows the link of the newest mail of a kind.</summary>
    public async Task FollowMailAsync(string kind, string path)
    {
        await Page.GotoAsync($"/local/mailbox?kind={kind}");
        await Page.Locator("article").First.Locator($"a[href*='{path}']").First.ClickAsync();
        await Page.WaitForURLAsync($"**{path}**");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
