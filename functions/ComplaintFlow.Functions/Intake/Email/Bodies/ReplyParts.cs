namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>
/// A text taken apart: the person's own words, the history below or above them, the signature. Each line is in exactly one of the
/// three, in its order. When in doubt a line is words: history and signature are folded on the page, words never are.
/// </summary>
/// <param name="Words">Never empty when there is a quotation: a mail that only quotes or forwards says what it quotes.</param>
public sealed record ReplyParts(string Words, string Quoted, string Signature)
{
    private enum Place
    {
        Words,
        Quoted,
        Signature,
    }

    /// <param name="text">Lines end in line feeds.</param>
    public static ReplyParts Split(string text)
    {
        string[] lines = text.Split('\n');
        Place[] places = new Place[lines.Length];
        int history = MarkQuotes(lines, places);
        MarkSignature(lines, places, history);
        if (IsInterleaved(lines, places.AsSpan(0, history)))
        {
            Replace(places.AsSpan(0, history), Place.Quoted);
        }

        if (!Has(lines, places, Place.Words) && Has(lines, places, Place.Quoted))
        {
            Replace(places, Place.Quoted);
        }

        return new ReplyParts(Gather(lines, places, Place.Words), Gather(lines, places, Place.Quoted), Gather(lines, places, Place.Signature));
    }

    /// <returns>Where the history begins that is not marked line by line; the number of lines when there is none.</returns>
    private static int MarkQuotes(string[] lines, Place[] places)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (QuoteMarks.IsQuoted(lines[i]))
            {
                places[i] = Place.Quoted;
            }
            else if (QuoteMarks.StartsHistory(lines, i))
            {
                places.AsSpan(i).Fill(Place.Quoted);
                return i;
            }
            else if (QuoteMarks.Attribution(lines, i) is var length and > 0)
            {
                int next = i + length;
                while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
                {
                    next++;
                }

                if (next < lines.Length && !QuoteMarks.IsQuoted(lines[next]))
                {
                    places.AsSpan(i).Fill(Place.Quoted);
                    return i;
                }

                places.AsSpan(i, next - i).Fill(Place.Quoted);
                i = next - 1;
            }
        }

        return lines.Length;
    }

    private static void MarkSignature(string[] lines, Place[] places, int history)
    {
        for (int i = 0; i < history; i++)
        {
            if (places[i] != Place.Words)
            {
                continue;
            }

            int end = i;
            if (SignatureMarks.IsDelimiter(lines[i]))
            {
                end = EndOfSignature(lines, places, i, history);
            }

            end = Math.Max(end, SignatureMarks.IsProgramLine(lines[i]) ? i + 1 : i);
            places.AsSpan(i, end - i).Fill(Place.Signature);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Up to the next quotation; nowhere when that is too far for a signature.</summary>
    private static int EndOfSignature(string[] lines, Place[] places, int start, int history)
    {
        int end = start;
        for (int said = 0; end < history && places[end] != Place.Quoted; end++)
        {
            said += string.IsNullOrWhiteSpace(lines[end]) ? 0 : 1;
            if (!SignatureMarks.IsPlausible(said))
            {
                return start;
            }
        }

        return end;
    }

    /// <summary>Words on both sides of a quotation, or between two: the answers stand inside what they answer.</summary>
    private static bool IsInterleaved(string[] lines, ReadOnlySpan<Place> places)
    {
        int runs = 0;
        Place last = Place.Signature;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] != Place.Signature && places[i] != last && !string.IsNullOrWhiteSpace(lines[i]))
            {
                runs++;
                last = places[i];
            }
        }

        return runs > 2;
    }

    private static void Replace(Span<Place> places, Place old) => places.Replace(old, Place.Words);

    private static bool Has(string[] lines, Place[] places, Place place)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (places[i] == place && !string.IsNullOrWhiteSpace(lines[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Gather(string[] lines, Place[] places, Place place) =>
        string.Join('\n', lines.Where((_, i) => places[i] == place)).Trim('\n');
}
