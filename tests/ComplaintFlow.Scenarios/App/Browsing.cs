using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ComplaintFlow.Scenarios.App;

/// <summary>What people do with a browser: open a page, fill in one of its forms, send it. No key, only what the page offers.</summary>
public static class Browsing
{
    public static async Task<WebPage> LookAtAsync(this TestApp app, string link) => new(link, await app.OpenAsync(link));

    /// <summary>Fills in the page's form for <paramref name="act"/> and sends it; the page that it leads to, once everything has settled.</summary>
    public static async Task<WebPage> FillInAsync(this TestApp app, string link, string act, params (string Name, string Value)[] fields)
    {
        WebPage page = await app.LookAtAsync(link);
        return await app.SendAsync(page, page.Form($"form input[name=action][value={act}]"), fields);
    }

    /// <summary>Fills in the public complaint form and sends it; the client's page.</summary>
    public static async Task<WebPage> FillInTheFormAsync(this TestApp app, params (string Name, string Value)[] fields)
    {
        WebPage page = await app.LookAtAsync("/");
        return await app.SendAsync(page, page.Form("form [name=description]"), fields);
    }

    /// <summary>Adds a document on the client's page.</summary>
    public static async Task AttachAsync(this TestApp app, string link, string fileName, string content)
    {
        using MultipartFormDataContent body = new()
        {
            { new StringContent("attachment"), "\"action\"" },
            { new StringContent(content), "\"file\"", fileName },
        };
        using HttpRequestMessage request = new(HttpMethod.Post, link) { Content = body };
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await app.SettleAsync();
    }

    /// <summary>Sends a form with what it holds already and what is filled in; each field has to be on it.</summary>
    private static async Task<WebPage> SendAsync(this TestApp app, WebPage page, IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        Dictionary<string, string> values = Prefilled(form);
        foreach ((string name, string value) in fields)
        {
            Assert.NotNull(form.QuerySelector($"[name={name}]"));
            values[name] = value;
        }

        using HttpRequestMessage request = new(HttpMethod.Post, form.GetAttribute("action") ?? page.Link) { Content = Content(form, values) };
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{(int)response.StatusCode}: {text}");
        await app.SettleAsync();
        return response.StatusCode == HttpStatusCode.SeeOther ? await app.LookAtAsync(response.Headers.Location!.OriginalString) : new WebPage(page.Link, text);
    }

    private static HttpContent Content(IHtmlFormElement form, Dictionary<string, string> values)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }

        MultipartFormDataContent content = [];
        foreach ((string name, string value) in values)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        return content;
    }

    private static Dictionary<string, string> Prefilled(IHtmlFormElement form)
    {
        Dictionary<string, string> values = [];
        foreach (IElement element in form.QuerySelectorAll("[name]"))
        {
            (string Name, string Value)? field = element switch
            {
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => (input.Name!, input.Value),
                IHtmlTextAreaElement area => (area.Name!, area.Value),
                IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
                _ => null,
            };
            if (field is { } known)
            {
                values[known.Name] = known.Value;
            }
        }

        return values;
    }
}
