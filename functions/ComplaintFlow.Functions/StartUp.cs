using ComplaintFlow.Functions.Commands;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Functions;

/// <summary>Runs the program, or the command of its first argument; when that cannot work, says everything that is wrong at once.</summary>
internal static class StartUp
{
    /// <summary>Something that was written is not what it should be.</summary>
    private const int Damaged = 1;

    /// <summary>A setting, a procedure or a directory file is wrong, a port or a file of data cannot be used, or a command is refused.</summary>
    private const int Misconfigured = 2;

    private static readonly IProgramCommand[] Commands = [new BackupCommand(), new ExportCommand(), new ImportCommand()];

    public static async Task<int> RunAsync(string[] args)
    {
        IProgramCommand? command = args is [var name, ..] ? Array.Find(Commands, one => one.Name == name) : null;
        try
        {
            await (command is null ? RunHostAsync(args) : command.RunAsync(args[1..]));
            return 0;
        }
        catch (Exception exception) when (FaultsOf(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync($"ComplaintFlow ne peut pas {command?.Verb ?? "démarrer / cannot start"}: {faults.Count} fault(s).");
            foreach (string fault in faults)
            {
                await Console.Error.WriteLineAsync($"  - {fault}");
            }

            return exception is DamagedExportException ? Damaged : Misconfigured;
        }
    }

    private static async Task RunHostAsync(string[] args)
    {
        using IHost host = ComplaintFlowApp.CreateBuilder(args).Build();
        await host.RunAsync();
    }

    /// <summary>The faults to show a person; empty for a bug, which keeps its stack trace.</summary>
    private static List<string> FaultsOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        StoreUnavailableException unavailable => [unavailable.Message],
        DamagedExportException damaged => [damaged.Message],
        InvalidDataException invalid => [invalid.Message],
        IOException taken => [taken.Message],
        UnauthorizedAccessException refused => [refused.Message],
        AggregateException several => [.. several.InnerExceptions.SelectMany(FaultsOf)],
        _ => [],
    };
}
