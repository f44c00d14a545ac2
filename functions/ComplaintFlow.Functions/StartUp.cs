using ComplaintFlow.Functions.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Functions;

/// <summary>Runs the program; on a start that cannot work, says everything that is wrong at once.</summary>
internal static class StartUp
{
    /// <summary>A setting, a procedure or a directory file is wrong, or a port or a file of data cannot be used.</summary>
    private const int Misconfigured = 2;

    /// <summary>The machine does not allow it now: a port in use, a data directory in use, a full disk.</summary>
    private const int Unavailable = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            using IHost host = ComplaintFlowApp.CreateBuilder(args).Build();
            await host.RunAsync();
            return 0;
        }
        catch (Exception exception) when (FaultsOf(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync($"ComplaintFlow ne peut pas démarrer / cannot start: {faults.Count} fault(s).");
            foreach (string fault in faults)
            {
                await Console.Error.WriteLineAsync($"  - {fault}");
            }

            return Misconfigured;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"ComplaintFlow ne peut pas démarrer / cannot start: {exception.Message}");
            return Unavailable;
        }
    }

    /// <summary>The faults to show a person; empty for a bug, which keeps its stack trace.</summary>
    private static List<string> FaultsOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        StoreUnavailableException unavailable => [unavailable.Message],
        InvalidDataException invalid => [invalid.Message],
        IOException taken => [taken.Message],
        AggregateException several => [.. several.InnerExceptions.SelectMany(FaultsOf)],
        _ => [],
    };
}
