using System.Net;
using System.Net.Http.Headers;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>Who sends too much reads why, whoever says so.</summary>
public sealed class LimitTests
{
    /// <summary>By the program up to what nginx lets pass, then by nginx.</summary>
    [Theory]
    [InlineData(30_000_000)]
    [InlineData(43_000_000)]
    [InlineData(50_000_000)]
    public async Task BodyTooLarge_IsRefusedInWords(int bytes)
    {
        await using Firm firm = await Firm.StartAsync("nginx");
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        foreach (string accept in new[] { "application/json", "text/html" })
        {
            using ByteArrayContent body = new(new byte[bytes]);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage response = await visitor.SendAsync(HttpMethod.Post, "/api/complaints", body, ("Accept", accept));

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            Assert.Equal(accept == "text/html" ? accept : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("28 Mo au plus, pièces jointes comprises", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    /// <summary>The largest message that the program takes passes the proxy.</summary>
    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task LargestMail_ReachesTheProgram(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy);
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        byte[] mail = new byte[40 * 1024 * 1024];
        mail.AsSpan().Fill((byte)'\n');
        "From: jeanne@example.fr\r\nTo: reclamation@courtier.example\r\nMessage-ID: <a@example.fr>\r\nSubject: Sinistre\r\n\r\nToujours rien."u8.CopyTo(mail);
        using ByteArrayContent body = new(mail);
        body.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        using HttpResponseMessage response = await visitor.SendAsync(HttpMethod.Post, "/api/intake/email", body, ("x-functions-key", FirmProgram.Key));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
