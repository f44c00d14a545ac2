using System.Net;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A staff member's browser, signed in to the desk by the link of a mail.</summary>
public sealed class Browser
{
    private readonly TestApp _app;

    private Browser(TestApp app, string cookie)
    {
        _app = app;
        Cookie = cookie;
    }

    /// <summary><c>name=value</c>.</summary>
    public string Cookie { get; }

    public static async Task<Browser> SignInAsync(TestApp app, string email)
    {
        using HttpResponseMessage asked = await app.PostFormAsync("/staff/sign-in", ("email", email));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        string link = app.Mailbox.Of("sign-in").Last(mail => mail.To == email).Links.Single(each => each.Contains("/staff/enter/", StringComparison.Ordinal));
        await app.OpenAsync(link);
        using HttpResponseMessage entered = await app.PostFormAsync(link);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return new Browser(app, entered.Header("Set-Cookie")!.Split(';')[0]);
    }

    public async Task<string> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await _app.SendAsync("GET", path, null, Requests.Html, ("Cookie", Cookie));
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", path, Requests.Form(fields), Requests.Html, ("Cookie", Cookie));
        return response.StatusCode;
    }
}
