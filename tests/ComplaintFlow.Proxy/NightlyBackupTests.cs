using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>The commands of <c>complaintflow-backup.service</c>, as systemd would run them.</summary>
public sealed partial class NightlyBackupTests
{
    [Fact]
    public async Task Backup_ByTheCommandsOfTheUnit_KeepsAFortnight_AndGoesOn()
    {
        string reference;
        string root = Directory.CreateTempSubdirectory("complaintflow-nightly-").FullName;
        try
        {
            string backups = Directory.CreateDirectory(Path.Combine(root, "backups")).FullName;
            string old = Old(backups, "2026-01-01T023000");
            string other = Old(backups, "keep-this-one");
            await using (Firm firm = await Firm.StartAsync("nginx"))
            {
                using Visitor visitor = firm.VisitorFrom("127.0.0.2");
                JsonNode complaint = await visitor.ComplainAsync("jeanne@example.fr");
                reference = (string)complaint["reference"]!;
                Shipped unit = Shipped.Read("systemd/complaintflow-backup.service")
                    .With("/usr/bin/dotnet", "dotnet")
                    .With("/opt/complaintflow/current/ComplaintFlow.Functions.dll", FirmProgram.Dll)
                    .With("/var/backups/complaintflow", backups);
                foreach (Match command in Commands().Matches(unit.Text))
                {
                    // As systemd reads it: two for one of what it would replace.
                    string line = command.Groups[1].Value.Replace("$$", "$", StringComparison.Ordinal).Replace("%%", "%", StringComparison.Ordinal);
                    await RunAsync(line.Replace(" {} ", " '{}' ", StringComparison.Ordinal), firm.Program.Folder);
                }
            }

            string copy = Assert.Single(Directory.GetDirectories(backups), folder => folder != other);
            Assert.Matches(@"/\d{4}-\d\d-\d\dT\d{6}$", copy);
            Assert.False(Directory.Exists(old));
            string etc = Directory.CreateDirectory(Path.Combine(root, "etc")).FullName;
            Directory.Move(copy, Path.Combine(etc, "data"));
            await using FirmProgram restored = new(etc);
            await restored.StartAsync();
            restored.Direct.DefaultRequestHeaders.Add("x-functions-key", FirmProgram.Key);
            Assert.Contains("jeanne@example.fr", await restored.Direct.GetStringAsync(new Uri($"/api/complaints/{reference}", UriKind.Relative)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task RunAsync(string command, string folder)
    {
        await using ChildProcess shell = new("sh", ["-c", command], folder);
        int code = await shell.ExitAsync();
        Assert.True(code == 0, shell.Printed);
    }

    /// <summary>A copy of three weeks ago, with something in it.</summary>
    private static string Old(string backups, string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(backups, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "complaints.db"), string.Empty);
        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().AddDays(-21).UtcDateTime);
        return folder;
    }

    [GeneratedRegex("^ExecStart(?:Post)?=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
