using System.Security.Cryptography;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Writes one file of lines and hashes it as it goes.</summary>
internal sealed class PartWriter : IAsyncDisposable
{
    private readonly string _file;
    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins the file anew, whatever an export that was cut off has left of it.</summary>
    public PartWriter(ExportFolder folder, string kind, int number)
    {
        folder.Make(kind);
        _file = ExportFolder.PartOf(kind, number);
        _stream = new FileStream(folder.PathOf(_file), FileMode.Create, FileAccess.Write, FileShare.Read, 256 * 1024);
    }

    public long Lines { get; private set; }

    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(line, cancellationToken);
        _stream.WriteByte((byte)'\n');
        _hash.AppendData(line.Span);
        _hash.AppendData("\n"u8);
        Lines++;
        Bytes += line.Length + 1;
    }

    /// <summary>Brings the file to the disk and says what it holds.</summary>
    public ExportPart Finish()
    {
        _stream.Flush(flushToDisk: true);
        return new ExportPart(_file, Lines, Bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _hash.Dispose();
    }
}
