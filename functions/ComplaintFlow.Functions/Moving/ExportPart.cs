using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Moving;

/// <summary>One file of lines of an export.</summary>
/// <param name="File">Its path in the folder, with slashes.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
internal sealed partial record ExportPart(string File, long Lines, long Bytes, string Sha256)
{
    /// <summary>Rows of tables.</summary>
    public const string Rows = "rows";

    /// <summary>How many rows of which partition the part of rows of the same number has.</summary>
    public const string Partitions = "partitions";

    /// <summary>Attachments: where each belongs, its size and its content's hash.</summary>
    public const string Attachments = "attachments";

    public bool IsOf(string kind) => File.StartsWith(kind + "/", StringComparison.Ordinal);

    /// <summary>True when nothing in it can lead out of the folder.</summary>
    public static bool IsSound(ExportPart? part) =>
        part is { File: not null, Sha256: not null, Lines: >= 0, Bytes: >= 0 } && Form().IsMatch(part.File);

    [GeneratedRegex(@"\A(rows|partitions|attachments)/[0-9]{6}\.jsonl\z")]
    private static partial Regex Form();
}
