using System.Diagnostics;
using System.Reflection;

namespace ComplaintFlow.Infrastructure;

/// <summary>The Bicep compiler of the package, run without any network.</summary>
internal static class BicepCompiler
{
    private static readonly string Path = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Bicep").Value!;

    /// <summary>Runs a command in a folder; the exit code, what it wrote, and what it complained of.</summary>
    public static async Task<(int ExitCode, string Output, string Complaints)> RunAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // It looks for a cache of modules there, and stops without one; nothing is ever fetched.
        start.Environment["HOME"] = Directory.CreateTempSubdirectory("bicep-home-").FullName;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(start.Environment["HOME"]!, recursive: true);
        return (process.ExitCode, await output, await complaints);
    }
}
