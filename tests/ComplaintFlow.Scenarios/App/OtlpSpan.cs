using System.Text;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A span as it arrives (opentelemetry/proto/trace/v1). Ids in hexadecimal, empty when there is none.</summary>
public sealed record OtlpSpan(string Trace, string Id, string Parent, string Name, IReadOnlyList<string> LinkedTraces, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static IEnumerable<OtlpSpan> Read(ReadOnlyMemory<byte> request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select new OtlpSpan(
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            Text(span, 5),
            [.. Fields(span, 13).Select(link => Hex(link, 1))],
            Fields(span, 9).ToDictionary(tag => Text(tag, 1), tag => Fields(tag, 2).Select(value => Text(value, 1)).FirstOrDefault("")));

    private static string Hex(ReadOnlyMemory<byte> message, int number) => Convert.ToHexStringLower(Fields(message, number).FirstOrDefault().Span);

    private static string Text(ReadOnlyMemory<byte> message, int number) => Encoding.UTF8.GetString(Fields(message, number).FirstOrDefault().Span);

    /// <summary>The length-delimited fields of a number: messages, texts and bytes.</summary>
    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        List<ReadOnlyMemory<byte>> found = [];
        int at = 0;
        while (at < message.Length)
        {
            ulong key = Varint(message.Span, ref at);
            int length = (key & 7) switch
            {
                0 => Skipped(message.Span, ref at),
                1 => 8,
                2 => (int)Varint(message.Span, ref at),
                5 => 4,
                ulong other => throw new InvalidDataException($"Wire type {other}."),
            };
            if ((int)(key >> 3) == number && (key & 7) == 2)
            {
                found.Add(message.Slice(at, length));
            }

            at += length;
        }

        return found;
    }

    private static int Skipped(ReadOnlySpan<byte> message, ref int at)
    {
        Varint(message, ref at);
        return 0;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
