namespace ComplaintFlow.Functions.Storage;

/// <summary>Where complaints are kept.</summary>
public abstract record StorageChoice
{
    private StorageChoice()
    {
    }

    /// <summary>In the data directory: a SQLite file and a folder.</summary>
    public sealed record Local : StorageChoice;

    /// <summary>In a storage account reached with a key or a shared access signature. Holds a secret: never log it.</summary>
    public sealed record ByConnectionString(string ConnectionString) : StorageChoice
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(ByConnectionString);
    }

    /// <summary>In a storage account reached with the program's identity.</summary>
    public sealed record ByIdentity(Uri Tables, Uri Blobs) : StorageChoice;
}
