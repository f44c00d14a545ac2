using System.Globalization;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions;
using ComplaintFlow.Proxy.Premises;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Proxy;

/// <summary>The units of <c>infra/local/systemd</c>.</summary>
public sealed partial class SystemdUnitTests
{
    private static readonly string[] Names = ["complaintflow.service", "complaintflow-backup.service", "complaintflow-backup.timer"];

    [Theory]
    [InlineData("complaintflow.service")]
    [InlineData("complaintflow-backup.service")]
    public void Service_RunsAsItsOwnUser_AndWritesToItsFoldersOnly(string name)
    {
        string unit = Shipped.Read($"systemd/{name}").Text;
        string[] needed =
        [
            "User=complaintflow", "ProtectSystem=strict", "NoNewPrivileges=yes", "ProtectHome=yes", "PrivateTmp=yes", "CapabilityBoundingSet=", "UMask=0077",
            "WorkingDirectory=/etc/complaintflow",
        ];
        Assert.All(needed, line => Assert.Contains($"\n{line}\n", unit, StringComparison.Ordinal));
        string[] writable = ["/var/lib/complaintflow", "/var/backups/complaintflow"];
        Assert.All(Values(unit, "ReadWritePaths").Single().Split(' '), path => Assert.Contains(path, writable));

        // It compiles while it runs.
        Assert.DoesNotContain("\nMemoryDenyWriteExecute=yes", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_LeavesTheProgramTheTimeThatItTakes()
    {
        string unit = Shipped.Read("systemd/complaintflow.service").Text;
        using IHost host = ComplaintFlowApp.CreateBuilder([]).Build();
        TimeSpan own = host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

        Assert.True(int.Parse(Values(unit, "TimeoutStopSec").Single(), CultureInfo.InvariantCulture) >= own.TotalSeconds * 2);
        Assert.Equal("on-failure", Values(unit, "Restart").Single());

        // The exit code of wrong settings.
        Assert.Equal("2", Values(unit, "RestartPreventExitStatus").Single());
    }

    [SystemdFact]
    public async Task Units_AreReadBySystemd_WithoutAWord()
    {
        string folder = Directory.CreateTempSubdirectory("complaintflow-units-").FullName;
        try
        {
            foreach (string name in Names)
            {
                Shipped unit = Shipped.Read($"systemd/{name}");
                (unit.Text.Contains("/usr/bin/dotnet /opt", StringComparison.Ordinal) ? unit.With("/usr/bin/dotnet", "/bin/true") : unit)
                    .WriteTo(Path.Combine(folder, name));
            }

            await using ChildProcess verify = new(SystemdFactAttribute.Program, ["verify", "--man=no", "--recursive-errors=no", .. Names.Select(name => Path.Combine(folder, name))], folder);
            int code = await verify.ExitAsync();
            Assert.True(code == 0 && verify.Printed.Trim().Length == 0, $"{code}\n{verify.Printed}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Values(string unit, string name) =>
        [.. Lines().Matches(unit).Where(line => line.Groups[1].Value == name).Select(line => line.Groups[2].Value)];

    [GeneratedRegex("^([A-Za-z]+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
