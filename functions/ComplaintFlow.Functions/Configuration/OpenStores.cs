using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>Opens the stores before anything is served, fills the directory at the first start, and prints the local key that once.</summary>
public sealed class OpenStores(
    ITableStore store, IAttachmentStore attachments, DirectoryStore directory, RulesFiles files, Secrets secrets, Readiness readiness)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        await attachments.OpenStoreAsync(cancellationToken);
        if (await ImportMarker.IsUnfinishedAsync(store, cancellationToken))
        {
            throw new StoreUnavailableException(ImportMarker.Unfinished);
        }

        if (await directory.FindAsync(cancellationToken) is null)
        {
            // Another instance that fills it at the same moment writes the same.
            await directory.TryReplaceAsync(files.Directory!, null, cancellationToken);
        }

        if (secrets.Made is { } key)
        {
            Console.WriteLine($"Clé d’application « {LocalSecrets.KeyName} », affichée cette seule fois / application key, shown only now: {key}");
        }

        readiness.StoresAreOpen();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
