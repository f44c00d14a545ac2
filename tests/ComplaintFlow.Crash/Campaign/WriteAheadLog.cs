using System.Buffers.Binary;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>The commits of a write-ahead log (https://www.sqlite.org/fileformat.html#the_write_ahead_log).</summary>
internal sealed class WriteAheadLog(byte[] bytes)
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    // SQLite moves the log into the database after the first commit that reaches so many frames.
    private const int FramesOfACheckpoint = 1000;

    /// <summary>
    /// Where that which was surely flushed ends: the last commit but one of the present generation, since the writer waits for
    /// each; the last one where it may have been moved into the database, which SQLite does only once it is flushed.
    /// </summary>
    public int EndOfFlushed
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

            return last >= HeaderLength + (FramesOfACheckpoint * frame) ? last : lastButOne;
        }
    }
}
