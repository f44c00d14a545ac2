using System.Net;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>What every door says about caches, frames, scripts and search engines; and that looking changes nothing.</summary>
public sealed class HeaderTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "/" }, { "HEAD", "/" }, { "GET", "/procedure" }, { "HEAD", "/procedure" }, { "GET", "/deadlines" }, { "HEAD", "/deadlines" },
        { "GET", "/healthz" }, { "HEAD", "/healthz" }, { "POST", "/api/complaints" }, { "GET", "/api/complaints" }, { "GET", "/api/complaints/R26-2222-2222" },
        { "POST", "/api/complaints/R26-2222-2222/actions/note" }, { "POST", "/api/complaints/R26-2222-2222/attachments" },
        { "GET", "/api/complaints/R26-2222-2222/attachments/a" }, { "GET", "/api/deadlines" }, { "GET", "/api/deadlines?received=2026-03-02" },
        { "GET", "/c/token" }, { "POST", "/c/token" }, { "HEAD", "/c/token" }, { "GET", "/s/token" }, { "POST", "/s/token" }, { "HEAD", "/s/token" },
        { "GET", "/staff" }, { "POST", "/staff" }, { "GET", "/staff/sign-in" }, { "HEAD", "/staff/sign-in" }, { "GET", "/staff/enter/token" }, { "POST", "/staff/sign-out" },
        { "GET", "/staff/complaints/R26-2222-2222" }, { "GET", "/api/directory" }, { "PUT", "/api/directory" }, { "GET", "/assets/style.css" }, { "GET", "/assets/none" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Answer_OfEveryDoor_CarriesTheSecurityHeaders(string method, string path)
    {
        using HttpResponseMessage response = await _app.SendAsync(method, path);
        Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode}");
        string policy = response.Header("Content-Security-Policy") ?? "";
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Null(response.Header("Server"));
        bool isAsset = path.StartsWith("/assets/style", StringComparison.Ordinal);
        Assert.Equal(isAsset ? "public, max-age=3600" : "no-store", response.Header("Cache-Control"));
        bool isPublicPage = path is "/" or "/procedure" or "/deadlines";
        Assert.Equal(isPublicPage ? null : "noindex", response.Header("X-Robots-Tag"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/procedure")]
    [InlineData("/deadlines?received=2026-03-02")]
    [InlineData("/staff/sign-in")]
    [InlineData("/healthz")]
    public async Task Head_OfAPage_SaysWhatGetSaysWithoutABody(string path)
    {
        using HttpResponseMessage get = await _app.SendAsync("GET", path, null, Requests.Html);
        using HttpResponseMessage head = await _app.SendAsync("HEAD", path, null, Requests.Html);
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Link_LookedAtByAMailScanner_ChangesNothing(string method)
    {
        string reference = await _app.ComplainAsync();
        string[] links = [.. _app.Mailbox.Where(mail => mail.Reference == reference).SelectMany(mail => mail.Links).Where(link => link.StartsWith(TestApp.PublicUrl, StringComparison.Ordinal))];
        int before = await _app.VersionAsync(reference);
        int mails = _app.Mailbox.Count();
        foreach (string link in links.SelectMany(link => new[] { link, $"{link}?action=withdraw&reason=x", $"{link}?lang=en" }))
        {
            using HttpResponseMessage response = await _app.SendAsync(method, link, null, Requests.Html);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Contains(links, link => link.Contains("/s/", StringComparison.Ordinal));
        Assert.Contains(links, link => link.Contains("/c/", StringComparison.Ordinal));
        Assert.Equal(before, await _app.VersionAsync(reference));
        Assert.Equal(mails, _app.Mailbox.Count());
    }

    [Fact]
    public async Task Page_OfThePublic_HasNoScriptAndNothingFromElsewhere()
    {
        foreach (string path in (string[])["/", "/?lang=en", "/procedure", "/procedure?lang=en", "/deadlines", "/staff/sign-in"])
        {
            string page = await _app.OpenAsync(path);
            Assert.Empty(Pages.ScriptsOf(page));
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            Assert.All(
                Pages.Parse(page).QuerySelectorAll("link[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!),
                address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        }
    }
}
