namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// A header folded over tens of thousands of lines takes the parser a time that grows with the square of them. Lines past the
/// first thousand are joined beforehand, blanks in the place of the line ends (RFC 5322, 2.2.3: the meaning is the same).
/// </summary>
internal sealed class LongHeaders
{
    private const int MostLines = 1_000;

    private int _continued;
    private bool _isAfterLineFeed;

    /// <summary>Whether such a header was seen.</summary>
    public bool Found { get; private set; }

    /// <summary>Looks at the next bytes of the stream.</summary>
    public void Look(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_isAfterLineFeed)
            {
                _continued = bytes[0] is (byte)' ' or (byte)'\t' ? _continued + 1 : 0;
                Found |= _continued > MostLines;
            }

            int end = bytes.IndexOf((byte)'\n');
            _isAfterLineFeed = end >= 0;
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
    }

    /// <summary>Joins the lines in place. Indented text is not touched, unless it follows a line that looks like a header.</summary>
    public static void Join(Span<byte> bytes)
    {
        int continued = 0;
        bool isField = false;
        for (int start = 0; start < bytes.Length;)
        {
            bool isContinued = bytes[start] is (byte)' ' or (byte)'\t';
            continued = isContinued ? continued + 1 : 0;
            if (isContinued && isField && continued > MostLines)
            {
                bytes[start - 1] = (byte)' ';
                bytes[start - 2] = bytes[start - 2] == (byte)'\r' ? (byte)' ' : bytes[start - 2];
            }

            int end = bytes[start..].IndexOf((byte)'\n');
            int next = end < 0 ? bytes.Length : start + end + 1;
            isField = isContinued ? isField : IsField(bytes[start..next]);
            start = next;
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line) => line.IndexOf((byte)':') is > 0 and var colon && line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
}
