using System.Net;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>The rate limit counts the person who posts, as the proxy saw them, and nobody can be somebody else.</summary>
public sealed class ClientAddressTests
{
    private const int Limit = 5;

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task RateLimit_CountsEachVisitor_NotTheProxy(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy, $"ComplaintFlow__RateLimit={Limit}");
        using Visitor first = firm.VisitorFrom("127.0.0.2");
        await ExhaustAsync(first, "/api/complaints");

        using HttpResponseMessage refused = await first.SendAsync(HttpMethod.Post, "/api/complaints", Visitor.Complaint("jeanne@example.fr"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        using Visitor second = firm.VisitorFrom("127.0.0.3");
        await second.ComplainAsync("jeanne@example.fr");
    }

    [Theory]
    [InlineData("nginx", "X-Forwarded-For", "192.0.2.7")]
    [InlineData("nginx", "X-Forwarded-For", "192.0.2.7, 127.0.0.1")]
    [InlineData("nginx", "Forwarded", "for=192.0.2.7")]
    [InlineData("nginx", "X-Real-IP", "192.0.2.7")]
    [InlineData("nginx", "X-Azure-ClientIP", "192.0.2.7")]
    [InlineData("caddy", "X-Forwarded-For", "192.0.2.7, 127.0.0.1")]
    public async Task AddressMadeUp_ByAVisitor_IsNotBelieved(string proxy, string header, string value)
    {
        await using Firm firm = await Firm.StartAsync(proxy, $"ComplaintFlow__RateLimit={Limit}");
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        await ExhaustAsync(visitor, "/api/complaints");

        Assert.Equal(HttpStatusCode.TooManyRequests, await visitor.StatusAsync(HttpMethod.Post, "/api/complaints", (header, value)));
    }

    [Fact]
    public async Task AddressMadeUp_PastTheProxy_IsNotBelieved()
    {
        const string Door = $"http://{Shipped.Name}/api/complaints";
        await using Firm firm = await Firm.StartAsync("nginx", $"ComplaintFlow__RateLimit={Limit}");
        using Visitor intruder = firm.IntruderFrom("127.0.0.9");
        await ExhaustAsync(intruder, Door);

        Assert.Equal(HttpStatusCode.TooManyRequests, await intruder.StatusAsync(HttpMethod.Post, Door, ("X-Forwarded-For", "192.0.2.7")));

        // Nor does it use up what somebody else may send.
        using Visitor other = firm.IntruderFrom("127.0.0.10");
        for (int post = 0; post <= Limit; post++)
        {
            await other.StatusAsync(HttpMethod.Post, Door, ("X-Forwarded-For", "127.0.0.2"));
        }

        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        await visitor.ComplainAsync("jeanne@example.fr");
    }

    private static async Task ExhaustAsync(Visitor visitor, string path)
    {
        for (int post = 0; post < Limit; post++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await visitor.StatusAsync(HttpMethod.Post, path));
        }
    }
}
