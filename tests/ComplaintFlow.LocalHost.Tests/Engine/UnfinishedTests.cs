using ComplaintFlow.LocalHost.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class UnfinishedTests
{
    /// <summary>Alone or within an <c>IN</c>, SQLite may only search instances by number or read the index of the ready ones.</summary>
    [Theory]
    [InlineData(Unfinished.Told)]
    [InlineData(Unfinished.Ready)]
    [InlineData(Unfinished.Called)]
    [InlineData("SELECT MIN(due) FROM timers")]
    public async Task Start_ReadsNothingOfWhatSleeps(string query)
    {
        await using TestHost host = await TestHost.StartAsync();
        List<string> plan = host.Services.GetRequiredService<OrchestrationEngine>().Reader.Read(session => session.Rows($"EXPLAIN QUERY PLAN {query}", row => row.GetString(3)));
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN instances", StringComparison.Ordinal) && !step.EndsWith(" instances_ready", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN timers", StringComparison.Ordinal));
    }
}
