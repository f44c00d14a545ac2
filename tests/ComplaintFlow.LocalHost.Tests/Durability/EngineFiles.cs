using ComplaintFlow.LocalHost.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>What tests of the engine's file do with a host.</summary>
internal static class EngineFiles
{
    /// <summary>The setting that lets the engine's warnings into the journal.</summary>
    public const string Logged = "--AzureFunctionsJobHost__logging__logLevel__ComplaintFlow.LocalHost.Engine.OrchestrationEngine=Warning";

    public static string EngineFile(this TestHost host) => Path.Combine(host.Directory, "engine.db");

    public static EngineWriter Writer(this TestHost host) => host.Services.GetRequiredService<OrchestrationEngine>().Writer;

    /// <summary>What the host says of itself; null when it is well.</summary>
    public static async Task<string?> FaultAsync(this TestHost host)
    {
        IHealthCheck check = Assert.Single(host.Services.GetServices<IHealthCheck>());
        HealthCheckResult result = await check.CheckHealthAsync(new HealthCheckContext());
        return result.Status == HealthStatus.Healthy ? null : result.Description;
    }

    /// <summary>How many lines of the log have these words.</summary>
    public static int LogLines(this TestHost host, string words) =>
        host.Journal.Lines.Count(line => line.StartsWith("log ", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
}
