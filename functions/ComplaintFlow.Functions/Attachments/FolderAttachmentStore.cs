using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ComplaintFlow.Functions.Storage;
using Microsoft.Win32.SafeHandles;

namespace ComplaintFlow.Functions.Attachments;

/// <summary>Attachments as files, <c>attachments/{reference}/{id}</c> of the data directory.</summary>
/// <param name="dataDirectory">The data directory; made if missing.</param>
public sealed class FolderAttachmentStore(string dataDirectory) : IAttachmentStore, IAttachmentListing
{
    // Not a legal id, so a draft can never be taken for an attachment.
    private const string DraftSuffix = ".new";

    private readonly string _root = Path.GetFullPath(Path.Combine(dataDirectory, "attachments"));

    /// <inheritdoc/>
    public ValueTask OpenStoreAsync(CancellationToken cancellationToken = default) => Guard(() =>
    {
        Directory.CreateDirectory(_root);
        foreach (string draft in Directory.EnumerateFiles(_root, "*" + DraftSuffix, SearchOption.AllDirectories))
        {
            // Left by a crash between two steps of a save that was never acknowledged.
            File.Delete(draft);
        }

        return ValueTask.CompletedTask;
    });

    /// <inheritdoc/>
    public ValueTask SaveAsync(
        string reference, string id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        string path = PathOf(reference, id);
        return Guard(async () =>
        {
            string folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            string draft = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{DraftSuffix}";
            try
            {
                using (SafeFileHandle file = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    await RandomAccess.WriteAsync(file, content, fileOffset: 0, cancellationToken);
                    RandomAccess.FlushToDisk(file);
                }

                File.Move(draft, path, overwrite: true);
                DurableFolder.Flush(folder);
                DurableFolder.Flush(_root);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(string reference, string id, CancellationToken cancellationToken = default)
    {
        string path = PathOf(reference, id);
        Stream? stream = null;
        await Guard(() =>
        {
            try
            {
                stream = new FileStream(
                    path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                stream = null;
            }

            return ValueTask.CompletedTask;
        });
        return stream;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string reference, string id, CancellationToken cancellationToken = default)
    {
        string path = PathOf(reference, id);
        return Guard(() =>
        {
            // The folder stays: removing it could cross a save that has just made it.
            if (Directory.Exists(Path.GetDirectoryName(path)))
            {
                File.Delete(path);
            }

            return ValueTask.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AttachmentAddress> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string folder in await NamesAsync(() => Directory.EnumerateDirectories(_root), "/"))
        {
            foreach (string file in await NamesAsync(() => Directory.EnumerateFiles(Path.Combine(_root, folder)), ""))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (AttachmentAddress.TryParse($"{folder}/{file}") is { } address)
                {
                    yield return address;
                }
            }
        }
    }

    /// <summary>Names in ordinal order, each compared with what follows it in an address.</summary>
    private async Task<string[]> NamesAsync(Func<IEnumerable<string>> paths, string separator)
    {
        string[] names = [];
        await Guard(() =>
        {
            try
            {
                names = [.. paths().Select(path => Path.GetFileName(path)).OrderBy(name => name + separator, StringComparer.Ordinal)];
            }
            catch (DirectoryNotFoundException)
            {
                // Nothing was ever attached.
            }

            return ValueTask.CompletedTask;
        });
        return names;
    }

    private string PathOf(string reference, string id)
    {
        AttachmentName.Check(reference, id);
        return Path.Combine(_root, reference, id);
    }

    private async ValueTask Guard(Func<ValueTask> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"Le dossier « {_root} » ne répond pas : vérifiez ses droits et la place sur le disque. "
                + $"/ The folder '{_root}' does not answer: check its rights and the room on the disk. ({error.Message})",
                error);
        }
    }
}
