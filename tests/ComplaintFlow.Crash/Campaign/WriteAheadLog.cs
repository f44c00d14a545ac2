using System.Buffers.Binary;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>The commits of a write-ahead log (https://www.sqlite.org/fileformat.html#the_write_ahead_log).</summary>
internal sealed class WriteAheadLog(byte[] bytes)
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <summary>Where the last commit but one of the present generation ends; the end of the header when there are fewer than two.</summary>
    public int EndOfLastButOneCommit
    {
        get
        {
            if (bytes.Length < HeaderLength)
            {
                return 0;
            }

            int frame = FrameHeaderLength + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));
            ReadOnlySpan<byte> salt = bytes.AsSpan(16, 8);
            (int last, int lastButOne) = (HeaderLength, HeaderLength);
            for (int at = HeaderLength; at + frame <= bytes.Length && bytes.AsSpan(at + 8, 8).SequenceEqual(salt); at += frame)
            {
                // A frame that ends a commit says how many pages the database has after it.
                if (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 4)) != 0)
                {
                    (lastButOne, last) = (last, at + frame);
                }
            }

            return lastButOne;
        }
    }
}
