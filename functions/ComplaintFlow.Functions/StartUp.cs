using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Functions;

/// <summary>Runs the program; on a start that cannot work, says everything that is wrong at once.</summary>
internal static class StartUp
{
    /// <summary>A setting, a procedure or a directory file is wrong, or a port or a file of data cannot be used.</summary>
    private const int Misconfigured = 2;

    /// <summary>The first argument that asks for a copy of the data instead of a start.</summary>
    private const string BackupCommand = "backup";

    public static async Task<int> RunAsync(string[] args)
    {
        bool isBackup = args is [BackupCommand, ..];
        try
        {
            if (isBackup)
            {
                return Backup(args);
            }

            using IHost host = ComplaintFlowApp.CreateBuilder(args).Build();
            await host.RunAsync();
            return 0;
        }
        catch (Exception exception) when (FaultsOf(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync($"ComplaintFlow ne peut pas {(isBackup ? "sauvegarder / cannot back up" : "démarrer / cannot start")}: {faults.Count} fault(s).");
            foreach (string fault in faults)
            {
                await Console.Error.WriteLineAsync($"  - {fault}");
            }

            return Misconfigured;
        }
    }

    private static int Backup(string[] args)
    {
        if (args is not [_, var target, .. var settings] || target.StartsWith('-'))
        {
            throw new InvalidDataException("./run.sh backup <dossier / folder> [--réglage=valeur / --setting=value …]");
        }

        SettingsReader reader = new(ComplaintFlowApp.CreateBuilder(settings).Configuration);
        AppSettings known = reader.Read(WorkerFlavour.IsAzure);
        if (reader.Faults.Count > 0)
        {
            throw new InvalidDataException(string.Join("; ", reader.Faults));
        }

        if (!StorageSetting.TryParse(known.Storage, out StorageChoice? choice, out _) || choice is not StorageChoice.Local)
        {
            throw new InvalidDataException(
                "Seul le stockage sqlite se sauvegarde ainsi : un compte de stockage se sauvegarde chez son hébergeur. / Only sqlite storage is backed up like this.");
        }

        new DataBackup(known.DataDirectory).WriteTo(target);
        Console.WriteLine($"Sauvegarde faite / backup done: {Path.GetFullPath(target)}");
        return 0;
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
