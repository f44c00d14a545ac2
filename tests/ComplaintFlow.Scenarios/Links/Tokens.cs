using System.Net;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.Links;

/// <summary>The tokens of links, as mailed and as an attacker would like them.</summary>
internal static class Tokens
{
    public static string Of(string link) => link[(link.LastIndexOf('/') + 1)..];

    /// <summary>A token as the program itself would issue it.</summary>
    public static string Issue(
        this TestApp app, LinkPurpose purpose, string reference, string person, int draft = 0, DateTimeOffset? expires = null) =>
        app.Services.GetRequiredService<LinkTokens>().Issue(new LinkClaims(purpose, reference, person, draft, expires ?? app.Now.AddDays(10)));

    public static async Task<HttpStatusCode> StatusOfAsync(this TestApp app, string path, string method = "GET")
    {
        using HttpResponseMessage response = await app.SendAsync(method, path, method == "POST" ? Requests.Form(("action", "note"), ("text", "a")) : null);
        return response.StatusCode;
    }
}
