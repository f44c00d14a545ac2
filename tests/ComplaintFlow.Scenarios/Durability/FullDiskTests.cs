using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>The store or the engine cannot write: nobody is told that something was stored when it was not, and all goes on afterwards.</summary>
public sealed class FullDiskTests
{
    private const string Fault = "Plus de place sur le disque. / The disk is full.";

    [Fact]
    public async Task Submit_WhileTheStoreCannotWrite_IsRefusedWith503AndWorksAfterwards()
    {
        PowerCut cut = new();
        await using TestApp app = await TestApp.StartAsync(configure: cut.Install);
        cut.After(0);
        using HttpResponseMessage refused = await app.PostComplaintAsync(Intents.Complaint(), null, "one-key");
        JsonNode problem = await refused.JsonAsync(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.NotNull((string?)problem["traceId"]);
        Assert.Contains("recommencez", (string)problem["detail"]!, StringComparison.Ordinal);

        cut.Mend();
        using HttpResponseMessage accepted = await app.PostComplaintAsync(Intents.Complaint(), null, "one-key");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await app.SettleAsync();
        Assert.Single(app.Mailbox, mail => mail.Kind == "acknowledgement");
    }

    [Fact]
    public async Task Health_WhileTheEngineCannotWrite_NamesTheEngineAndWhatToDo()
    {
        SwitchedHealth engine = new();
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.AddSingleton<IHealthCheck>(engine));
        engine.Fault = Fault;
        using HttpResponseMessage unwell = await app.SendAsync("GET", "/healthz");
        JsonNode parts = (await unwell.JsonAsync(HttpStatusCode.ServiceUnavailable))["parts"]!;
        Assert.Equal(Fault, (string)parts["engine"]!);
        Assert.Equal("ok", (string)parts["storage"]!);

        engine.Fault = null;
        using HttpResponseMessage well = await app.SendAsync("GET", "/healthz");
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }

    private sealed class SwitchedHealth : IHealthCheck
    {
        public string? Fault { get; set; }

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
    }
}
