using System.Globalization;
using System.Text;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>A text of any length in the properties of a row, cut where one property would pass 64 KiB.</summary>
internal static class LongText
{
    private const int Piece = 30_000;

    /// <summary>Writes <c>name</c>, <c>name1</c>, <c>name2</c>… A pair of surrogates is never cut in two.</summary>
    public static void Write(Dictionary<string, object> properties, string name, string text)
    {
        int index = 0;
        for (int start = 0; start < text.Length || index == 0; index++)
        {
            int length = Math.Min(Piece, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            properties[NameOf(name, index)] = text.Substring(start, length);
            start += length;
        }
    }

    public static string Read(Storage.TableRow row, string name)
    {
        string first = row.Text(name);
        if (row.TextOrNull(NameOf(name, 1)) is null)
        {
            return first;
        }

        StringBuilder text = new(first);
        for (int index = 1; row.TextOrNull(NameOf(name, index)) is { } piece; index++)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    private static string NameOf(string name, int index) => index == 0 ? name : name + index.ToString(CultureInfo.InvariantCulture);
}
