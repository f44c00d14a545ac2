namespace ComplaintFlow.Functions.Attachments;

/// <summary>Reads all bytes of a stream into one array, of the right size from the start where the length is known: a mail may have 40 MB.</summary>
internal static class RawBytes
{
    /// <param name="length">What is said of the length; null when nothing is.</param>
    /// <exception cref="EndOfStreamException">There are fewer bytes than was said.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken)
    {
        if (length is { } known)
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)known);
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }

        using MemoryStream all = new();
        await stream.CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }
}
