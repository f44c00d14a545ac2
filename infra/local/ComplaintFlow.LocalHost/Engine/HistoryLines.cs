using System.Buffers;
using System.Text;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// The lines that a turn adds to a history, packed into one value: a row for each line would cost three times the room
/// and as many statements as lines. Numbers have seven bits a byte, texts their length plus one before them, 0 for none.
/// </summary>
internal static class HistoryLines
{
    private const int Longest7BitNumber = 10;

    public static byte[] Pack(IReadOnlyList<HistoryEvent> lines)
    {
        ArrayBufferWriter<byte> packed = new(128);
        foreach (HistoryEvent line in lines)
        {
            Write(packed, (ulong)line.Kind);
            Write(packed, (ulong)(line.Task + 1));
            Write(packed, (ulong)line.At);
            Write(packed, line.Name);
            Write(packed, line.Data);
            Write(packed, line.Target);
        }

        return packed.WrittenSpan.ToArray();
    }

    /// <summary>Adds the lines of a turn to those before it.</summary>
    /// <exception cref="InvalidDataException">The value is cut off.</exception>
    public static void Unpack(ReadOnlySpan<byte> packed, List<HistoryEvent> lines)
    {
        while (!packed.IsEmpty)
        {
            HistoryKind kind = (HistoryKind)Number(ref packed);
            int task = (int)Number(ref packed) - 1;
            long at = (long)Number(ref packed);
            lines.Add(new HistoryEvent(kind, task, Text(ref packed), Text(ref packed), at, Text(ref packed)));
        }
    }

    private static void Write(ArrayBufferWriter<byte> packed, ulong number)
    {
        Span<byte> bytes = packed.GetSpan(Longest7BitNumber);
        int count = 0;
        for (; number >= 0x80; number >>= 7)
        {
            bytes[count++] = (byte)(number | 0x80);
        }

        bytes[count++] = (byte)number;
        packed.Advance(count);
    }

    private static void Write(ArrayBufferWriter<byte> packed, string? text)
    {
        if (text is null)
        {
            Write(packed, 0);
            return;
        }

        int length = Encoding.UTF8.GetByteCount(text);
        Write(packed, (ulong)length + 1);
        packed.Advance(Encoding.UTF8.GetBytes(text, packed.GetSpan(length)));
    }

    private static ulong Number(ref ReadOnlySpan<byte> packed)
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(ref packed, 1)[0];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException("A number of the history does not end.");
    }

    private static string? Text(ref ReadOnlySpan<byte> packed) =>
        Number(ref packed) is > 0 and ulong length ? Encoding.UTF8.GetString(Take(ref packed, (int)length - 1)) : null;

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> packed, int count)
    {
        if (count < 0 || count > packed.Length)
        {
            throw new InvalidDataException("A line of the history is cut off.");
        }

        ReadOnlySpan<byte> taken = packed[..count];
        packed = packed[count..];
        return taken;
    }
}
