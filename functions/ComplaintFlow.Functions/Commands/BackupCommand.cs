using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Functions.Commands;

/// <summary><c>backup &lt;folder&gt;</c>: a copy of the data directory of one machine, from which the program can go on.</summary>
internal sealed class BackupCommand : IProgramCommand
{
    public string Name => "backup";

    public string Verb => "sauvegarder / cannot back up";

    public Task RunAsync(string[] arguments)
    {
        (string target, string[] settings) = FolderArgument.Split(Name, arguments);
        SettingsReader reader = new(ComplaintFlowApp.CreateBuilder(settings).Configuration);
        AppSettings known = reader.Read(WorkerFlavour.IsAzure);
        if (reader.Faults.Count > 0)
        {
            throw new InvalidDataException(string.Join("; ", reader.Faults));
        }

        if (!StorageSetting.TryParse(known.Storage, out StorageChoice? choice, out _) || choice is not StorageChoice.Local)
        {
            throw new InvalidDataException(
                "Seul le stockage sqlite se sauvegarde ainsi : un compte de stockage s'exporte (export). "
                + "/ Only sqlite storage is backed up like this; a storage account is exported (export).");
        }

        new DataBackup(known.DataDirectory).WriteTo(target);
        Console.WriteLine($"Sauvegarde faite / backup done: {Path.GetFullPath(target)}");
        return Task.CompletedTask;
    }
}
