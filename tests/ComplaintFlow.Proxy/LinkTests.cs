using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>What is sent out leads back through the proxy.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task Links_InAnswersAndMails_AreOfThePublicAddress_AndOpen(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy);
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        JsonNode complaint = await visitor.ComplainAsync("jeanne@example.fr");
        await firm.Program.SettleAsync();
        JsonArray mails = await firm.Program.MailsAsync((string)complaint["reference"]!);
        string[] links = [(string)complaint["trackingUrl"]!, .. mails.SelectMany(mail => mail!["links"]!.AsArray()).Select(link => (string)link!)];

        Assert.Contains(links, link => link.StartsWith($"https://{Shipped.Name}/c/", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith($"https://{Shipped.Name}/s/", StringComparison.Ordinal));
        foreach (string link in links.Distinct().Where(link => link.Contains(Shipped.Name, StringComparison.Ordinal)))
        {
            using HttpResponseMessage page = await visitor.SendAsync(HttpMethod.Get, link, null, ("Accept", "text/html"));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
            Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
            Assert.Empty(page.Content.Headers.ContentEncoding);
        }

        Assert.DoesNotContain(links, link => link.Contains("127.0.0.1", StringComparison.Ordinal) || link.StartsWith("http:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task PlainHttp_IsSentToTheSameAddressOverTls(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy);
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        using HttpResponseMessage response = await visitor.SendAsync(HttpMethod.Get, $"http://{Shipped.Name}/procedure?lang=en");

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.MovedPermanently, HttpStatusCode.PermanentRedirect });
        Assert.StartsWith($"https://{Shipped.Name}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/procedure?lang=en", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
