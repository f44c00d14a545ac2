using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary><c>GET /healthz</c> names the part that does not work.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Health_Everything_IsOk()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.SendAsync("GET", "/healthz");
        Assert.Equal("ok", (string)(await response.JsonAsync())["status"]!);
    }

    [Fact]
    public async Task Health_MailDown_Is503NamingTheMailAndNothingElse()
    {
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.Wrap<IMailTransport>(_ => new BrokenTransport()));
        JsonNode health = await UnavailableAsync(app);
        Assert.Contains("relay unreachable", (string)health["parts"]!["mail"]!, StringComparison.Ordinal);
        Assert.Equal("ok", (string)health["parts"]!["storage"]!);
        Assert.Equal("ok", (string)health["parts"]!["engine"]!);
    }

    [Fact]
    public async Task Health_StoreDown_Is503NamingTheStorage()
    {
        bool isDown = false;
        await using TestApp app = await TestApp.StartAsync(configure: builder =>
            builder.Services.Wrap<ITableStore>(store => new InterceptedStore(store) { BeforeCheck = () => isDown ? throw new StoreUnavailableException("disk gone") : default }));
        isDown = true;
        JsonNode health = await UnavailableAsync(app);
        Assert.Contains("disk gone", (string)health["parts"]!["storage"]!, StringComparison.Ordinal);
        Assert.Equal("ok", (string)health["parts"]!["mail"]!);
        isDown = false;
        using HttpResponseMessage well = await app.SendAsync("GET", "/healthz");
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }

    private static async Task<JsonNode> UnavailableAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.SendAsync("GET", "/healthz");
        return await response.JsonAsync(HttpStatusCode.ServiceUnavailable);
    }

    private sealed class BrokenTransport : IMailTransport
    {
        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Retry("relay unreachable"));

        public Task CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("relay unreachable");
    }
}
