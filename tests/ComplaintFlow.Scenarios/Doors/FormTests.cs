using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>The same door for browsers: forms, redirections, the firm's own web site, robots.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string Site = "https://www.courtier.example";
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__AllowedOrigins"] = Site });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Form_UrlEncoded_GoesToTheTrackingPage()
    {
        using HttpResponseMessage response = await PostAsync(Requests.ComplaintForm());
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith($"{TestApp.PublicUrl}/c/", response.Header("Location"), StringComparison.Ordinal);
        Assert.Contains("Sinistre non remboursé", Pages.TextOf(await _app.OpenAsync(response.Header("Location")!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_MultipartWithFiles_KeepsThem()
    {
        using MultipartFormDataContent form = [];
        foreach ((string name, string value) in Requests.ComplaintForm())
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "files", "relevé été.pdf");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("<b>")), "files", "../../etc/note.html");
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", form, Requests.Html);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);

        string reference = Assert.Single(await _app.ListAsync("q=Sinistre"));
        JsonArray attachments = (await _app.ReadAsync(reference))["attachments"]!.AsArray();
        Assert.Equal(["note.html", "relevé été.pdf"], attachments.Select(file => (string)file!["fileName"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Form_WrongFields_AreNamedAsTheFormNamesThem()
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Form(("email", "nobody"), ("representativeEmail", "x")));
        Assert.Equal(
            ["description", "email", "name", "representativeCapacity", "representativeEmail", "representativeName", "subject"], await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Form_WrongFieldsFromABrowser_GivesTheFormBackWithWhatWasTyped()
    {
        using HttpResponseMessage response = await PostAsync(("name", "Jeanne & Paul"), ("subject", "Objet"));
        string page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Jeanne &amp; Paul", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Site}/merci", $"{Site}/merci?reference=")]
    [InlineData($"{Site}/merci?a=b&c=%C3%A9#fin", $"{Site}/merci?a=b&c=%C3%A9&reference=")]
    [InlineData("https://evil.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("https://www.courtier.example.evil.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("https://www.courtier.example@evil.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("https://user@www.courtier.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("http://www.courtier.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("https://www.courtier.example:8443/", TestApp.PublicUrl + "/c/")]
    [InlineData("//evil.example/", TestApp.PublicUrl + "/c/")]
    [InlineData("/merci", TestApp.PublicUrl + "/c/")]
    [InlineData("javascript:alert(1)", TestApp.PublicUrl + "/c/")]
    public async Task ReturnUrl_OnlyWithinAllowedOrigins_GetsTheReferenceAndNothingElse(string returnUrl, string start)
    {
        using HttpResponseMessage response = await PostAsync(Requests.ComplaintForm(("returnUrl", returnUrl)));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        string location = response.Header("Location")!;
        Assert.StartsWith(start, location, StringComparison.Ordinal);
        if (start.StartsWith(Site, StringComparison.Ordinal))
        {
            Assert.Matches("^R26-[2-9A-Z]{4}-[2-9A-Z]{4}(#fin)?$", location[start.Length..]);
        }
    }

    [Fact]
    public async Task Preflight_AllowedOrigin_MayPostAndOthersMayNot()
    {
        using HttpResponseMessage allowed = await PreflightAsync(Site);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal(Site, allowed.Header("Access-Control-Allow-Origin"));
        Assert.Contains("POST", allowed.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key", allowed.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(allowed.Header("Access-Control-Allow-Credentials"));

        using HttpResponseMessage other = await PreflightAsync("https://evil.example");
        Assert.Null(other.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Site, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task Post_FromAnotherOrigin_IsReadableOnlyWhenAllowed(string origin, bool isAllowed)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Json(Intents.Complaint()), ("Origin", origin));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(isAllowed ? origin : null, response.Header("Access-Control-Allow-Origin"));
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) =>
        _app.SendAsync("POST", "/api/complaints", Requests.Form(fields), Requests.Html);

    private Task<HttpResponseMessage> PreflightAsync(string origin) => _app.SendAsync(
        "OPTIONS", "/api/complaints", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,idempotency-key"));
}
