using System.Net;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>The mailbox and the clock are for whoever sits at the machine.</summary>
public sealed class ClosedDoorTests
{
    private static readonly string[] Paths =
    [
        "/local", "/local/", "/local/mailbox", "/local/mailbox?kind=acknowledgement", "/local/clock", "/LOCAL/Mailbox", "//local/mailbox", "/%6cocal/mailbox",
        "/x/../local/mailbox", "/x/%2e%2e/local/mailbox", "/./local/mailbox", "/local%2fmailbox", "/local//mailbox",
    ];

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task LocalPages_ThroughTheProxy_AreNotThere(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy);
        using Visitor visitor = firm.VisitorFrom("127.0.0.1");
        foreach (string path in Paths)
        {
            foreach ((string Name, string Value) header in new[] { ("Accept", "application/json"), ("X-Forwarded-For", "127.0.0.1"), ("Origin", "http://127.0.0.1") })
            {
                HttpStatusCode status = await visitor.StatusAsync(HttpMethod.Get, path, header);
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.PermanentRedirect, $"{path} with {header}: {status}");
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(HttpMethod.Post, "/local/clock/advance"));

        // They are open without the proxy.
        Assert.Contains("2026-03-02", await firm.Program.Direct.GetStringAsync(new Uri("/local/clock", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("autre.example.fr")]
    public async Task OtherNames_GetNoAnswer(string host)
    {
        await using Firm firm = await Firm.StartAsync("nginx");
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");

        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.StatusAsync(HttpMethod.Get, "/local/mailbox", ("Host", host)));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(HttpMethod.Get, "/healthz"));
    }

    [Fact]
    public async Task PlatformSignIn_ClaimedByAVisitor_DoesNotPass()
    {
        await using Firm firm = await Firm.StartAsync("nginx", "ComplaintFlow__StaffSignIn=platform");
        const string Desk = $"http://{Shipped.Name}/staff";
        (string, string) claim = ("X-MS-CLIENT-PRINCIPAL-NAME", "direction@courtier.example");
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        using Visitor intruder = firm.IntruderFrom("127.0.0.2");

        Assert.NotEqual(HttpStatusCode.OK, await visitor.StatusAsync(HttpMethod.Get, "/staff", claim));

        // It is the proxy that stops it.
        Assert.Equal(HttpStatusCode.OK, await intruder.StatusAsync(HttpMethod.Get, Desk, claim));
    }
}
