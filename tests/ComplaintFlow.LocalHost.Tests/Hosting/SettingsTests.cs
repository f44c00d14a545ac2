using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public async Task WrongSettings_AreAllNamedAtOnce()
    {
        await using TestHost host = TestHost.Prepare(
            "--LocalHost__Port=70000", "--LocalHost__Address=elsewhere", "--LocalHost__Clock__Start=soon", "--LocalHost__Clock__Speed=-1");
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(host.BeginAsync);
        foreach (string setting in new[] { "LocalHost__Port", "LocalHost__Address", "LocalHost__Clock__Start", "LocalHost__Clock__Speed" })
        {
            Assert.Contains(refused.Failures, failure => failure.StartsWith(setting, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Port_InUse_IsNamedInOneLine()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using TestHost host = TestHost.Prepare($"--LocalHost__Port={port}");
        IOException refused = await Assert.ThrowsAsync<IOException>(host.BeginAsync);
        Assert.Contains($"{port}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("LocalHost__Port", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task CommandLine_InEverySpelling_OverridesTheEnvironment()
    {
        Environment.SetEnvironmentVariable("Tests__Spelling__Environment", "environment");
        Environment.SetEnvironmentVariable("Tests__Spelling__A", "environment");
        await using TestHost host = TestHost.Prepare(
            "--Tests__Spelling__A=a", "--Tests:Spelling:B", "b", "Tests__Spelling__C=c=c", "--Tests:Spelling:D=first", "--tests__spelling__d=last");
        IConfiguration settings = host.Services.GetRequiredService<IConfiguration>();
        Assert.Equal("environment", settings["Tests:Spelling:Environment"]);
        Assert.Equal("a", settings["Tests:Spelling:A"]);
        Assert.Equal("b", settings["Tests:Spelling:B"]);
        Assert.Equal("c=c", settings["Tests:Spelling:C"]);
        Assert.Equal("last", settings["Tests:Spelling:D"]);
    }

    [Fact]
    public async Task Hosts_SideBySide_DoNotDisturbEachOther()
    {
        await using TestHost first = await TestHost.StartAsync();
        await using TestHost second = await TestHost.StartAsync();
        await first.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal(DateTimeOffset.Parse(TestHost.Start), second.Clock.Now);
        Assert.NotEqual(first.Http.BaseAddress, second.Http.BaseAddress);
    }
}
