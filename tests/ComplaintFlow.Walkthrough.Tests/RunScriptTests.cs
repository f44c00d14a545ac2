using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit.Abstractions;

namespace ComplaintFlow.Walkthrough;

/// <summary>What CONTRACT promises of <c>./run.sh</c>.</summary>
public sealed class RunScriptTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Start_OnABuiltTree_PrintsTheAddressesAndAnswersItsHealth()
    {
        await using (RunningProgram built = await RunningProgram.StartAsync())
        {
            Assert.Contains("application key", built.Output, StringComparison.Ordinal);
        }

        long began = Stopwatch.GetTimestamp();
        await using RunningProgram program = await RunningProgram.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(program.Address) };
        string health = await http.GetStringAsync("/healthz");

        output.WriteLine($"From ./run.sh to the first answer of /healthz: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s");
        Assert.Contains("\"status\":\"ok\"", health, StringComparison.Ordinal);
        foreach (string page in new[] { "/", "/local/mailbox", "/staff" })
        {
            Assert.Contains($" : {program.Address}{page}\n", program.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task FurtherArguments_ReachTheProgram()
    {
        await using RunningProgram program = await RunningProgram.StartAsync("--LocalHost__Clock__Start=2031-05-06T07:08:09+02:00");
        using HttpClient http = new() { BaseAddress = new Uri(program.Address) };

        Assert.Contains("2031-05-06T07:08:09+02:00", await http.GetStringAsync("/local/clock"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task ASignal_StopsTheProgram_WithoutAStackTrace(string signal)
    {
        await using RunningProgram program = await RunningProgram.StartAsync();
        program.Signal(signal);

        Assert.Contains(await program.ExitAsync(), new[] { 0, 128 + 15, 128 + 2 });
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortInUse_IsSaidInOneLine()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using RunningProgram program = RunningProgram.Launch(port);

        Assert.Equal(2, await program.ExitAsync());
        Assert.Single(program.Output.Split('\n'), line => line.Contains($"{port}", StringComparison.Ordinal));
        Assert.Contains("LocalHost__Port", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongSettings_AreAllSaidAtOnce()
    {
        await using RunningProgram program = RunningProgram.Launch(
            RunningProgram.FreePort(), "--ComplaintFlow__RateLimit=often", "--ComplaintFlow__StaffSignIn=perhaps", "--LocalHost__Clock__Start=yesterday");

        Assert.Equal(2, await program.ExitAsync());
        Assert.Contains("RateLimit", program.Output, StringComparison.Ordinal);
        Assert.Contains("StaffSignIn", program.Output, StringComparison.Ordinal);
        Assert.Contains("Clock__Start", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }
}
