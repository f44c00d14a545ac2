using System.Text;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>Puts the lines of <c>format=flowed</c> together again (RFC 3676). The delimiter of signatures never flows (4.3), nor do lines of different quotation depth (4.5).</summary>
internal static class FlowedText
{
    /// <param name="deletesSpace">The parameter <c>delsp=yes</c>: the blank that makes a line flow is not part of the text.</param>
    public static string Unfold(string text, bool deletesSpace)
    {
        StringBuilder unfolded = new(text.Length);
        int depthBefore = -1;
        foreach (string raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            int depth = raw.Length - raw.AsSpan().TrimStart('>').Length;
            string line = raw[depth..] is [' ', .. var stuffed] ? stuffed : raw[depth..];
            bool isDelimiter = line == "-- ";
            bool joins = depth == depthBefore && !isDelimiter;
            if (!joins)
            {
                _ = unfolded.Length > 0 || depthBefore >= 0 ? unfolded.Append('\n') : unfolded;
                _ = depth > 0 ? unfolded.Append('>', depth).Append(' ') : unfolded;
            }

            bool flows = line.EndsWith(' ') && !isDelimiter;
            unfolded.Append(flows && deletesSpace ? line[..^1] : line);
            depthBefore = flows ? depth : int.MaxValue;
        }

        return unfolded.ToString();
    }
}
