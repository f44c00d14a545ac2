using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>Where and on what the figures were taken.</summary>
public sealed record Machine(
    DateTimeOffset At, string Processor, int Processors, double MemoryGigabytes, string System, string FileSystem, string Runtime, string Sqlite, string Commit, double Load)
{
    /// <param name="directory">On the file system to describe.</param>
    public static Machine Describe(string directory) => new(
        TimeProvider.System.GetUtcNow(),
        Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        RuntimeInformation.OSDescription,
        FileSystemOf(directory),
        RuntimeInformation.FrameworkDescription,
        SqliteVersion(),
        Git(),
        OthersAtWork());

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At:yyyy-MM-dd HH:mm} UTC, {Processor}, {Processors} processors, {MemoryGigabytes} GB, {System}, {FileSystem}, {Runtime}, SQLite {Sqlite}, commit {Commit}, load at the start {Load:0.0}");

    private static string? Line(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;

    private static string FileSystemOf(string directory)
    {
        string full = Path.GetFullPath(directory) + Path.DirectorySeparatorChar;
        DriveInfo? drive = DriveInfo.GetDrives()
            .Where(drive => full.StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(drive => drive.RootDirectory.FullName.Length);
        return drive?.DriveFormat ?? "unknown";
    }

    private static string SqliteVersion()
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string Git()
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string commit = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return commit.Length > 0 ? commit : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Without git the figures are as good, only their origin is not known.
            return "unknown";
        }
    }

    private static double OthersAtWork() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;
}
