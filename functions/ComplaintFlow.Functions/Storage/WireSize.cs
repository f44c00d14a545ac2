namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// How many bytes of a request something takes at most. The client of Table Storage sends JSON in which every character
/// outside plain ASCII is escaped, which makes French text up to three times its UTF-16 size.
/// </summary>
internal static class WireSize
{
    // Boundary, headers, address and braces of one operation of a change set, without the keys.
    private const int Envelope = 768;
    private const int PropertyEnvelope = 48;

    /// <summary>An operation without its properties. Keys travel percent-encoded in the address and again in the body.</summary>
    public static long OfOperation(string partition, string row) => Envelope + (2 * (OfKey(partition) + OfKey(row)));

    /// <summary>A property with its name (twice, the second time for its type) and value.</summary>
    public static long OfProperty(string name, object value) => PropertyEnvelope + (2 * OfText(name)) + value switch
    {
        string text => OfText(text),
        byte[] bytes => (bytes.Length + 2) / 3 * 4L,
        _ => 0,
    };

    private static long OfKey(string key) => key.Sum(c => char.IsAsciiLetterOrDigit(c) ? 1L : 9L);

    private static long OfText(string text)
    {
        long bytes = text.Length;
        foreach (char c in text)
        {
            bytes += char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or ',' or '-' or '_' or ':' or '/' ? 0 : 5;
        }

        return bytes;
    }
}
