namespace ComplaintFlow.Functions.Http;

/// <summary>A request body that counts what is read and stops past the limit: a chunked body says its length nowhere.</summary>
internal sealed class CountedBody(Stream body, long limit) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => body.Length;

    public override long Position { get => _read; set => body.Position = value; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

    public override void Flush() => body.Flush();

    public override long Seek(long offset, SeekOrigin origin) => body.Seek(offset, origin);

    public override void SetLength(long value) => body.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => body.Write(buffer, offset, count);

    private int Count(int read)
    {
        _read += read;
        return _read > limit ? throw new BodyTooLargeException() : read;
    }
}
