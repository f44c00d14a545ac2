using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>Links and keys are in no log, neither while all is well nor while the program is away.</summary>
public sealed class LogTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task Logs_HoldNoLinkAndNoKey(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy);
        using Visitor visitor = firm.VisitorFrom("127.0.0.2");
        JsonNode complaint = await visitor.ComplainAsync("jeanne@example.fr");
        string token = ((string)complaint["trackingUrl"]!).Split('/')[^1];
        string[] paths =
        [
            $"/c/{token}", $"/C/{token}", $"/s/{token}", $"/staff/enter/{token}", $"/c/{token}?lang=en", $"/%63/{token}", $"//c/{token}", $"/x/../c/{token}",
            $"/autre/{token}", $"/api/complaints?code={token}", $"/?x={token}", $"http://{Shipped.Name}/c/{token}", $"/local/{token}",
        ];
        await OpenAllAsync(visitor, paths);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(HttpMethod.Get, $"/c/{token}", ("Referer", $"https://{Shipped.Name}/c/{token}")));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(HttpMethod.Get, "/procedure"));
        string printed = await firm.Program.StopAsync();
        await OpenAllAsync(visitor, paths);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await visitor.StatusAsync(HttpMethod.Get, $"/c/{token}"));

        string logged = firm.Proxy.Logged();
        Assert.DoesNotContain(token, logged + printed, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..20], logged + printed, StringComparison.Ordinal);
        Assert.Contains("/c/***", logged, StringComparison.Ordinal);
        Assert.Contains("/procedure", logged, StringComparison.Ordinal);
        Assert.Contains("127.0.0.2", logged, StringComparison.Ordinal);
    }

    private static async Task OpenAllAsync(Visitor visitor, string[] paths)
    {
        foreach (string path in paths)
        {
            await visitor.StatusAsync(HttpMethod.Get, path);
        }
    }
}
