using System.Net;

namespace ComplaintFlow.Storage.Tests;

/// <summary>A body whose connection breaks after some bytes.</summary>
internal sealed class BrokenContent(byte[] content, int breaksAt) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Breaking(content, breaksAt));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        new Breaking(content, breaksAt).CopyToAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length;
        return true;
    }

    private sealed class Breaking(byte[] content, int breaksAt) : MemoryStream(content, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < breaksAt
            ? base.Read(buffer, offset, (int)Math.Min(count, breaksAt - Position))
            : throw new IOException("The connection was reset.");

        // By way of the array, as the base does for a derived stream.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));
    }
}
