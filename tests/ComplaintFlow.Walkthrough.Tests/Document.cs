using System.Text.RegularExpressions;

namespace ComplaintFlow.Walkthrough;

/// <summary>A block to run, and the block of output that follows it, if any.</summary>
internal sealed record Step(string Commands, string? Output);

/// <summary>
/// A Markdown document that can be run: its first <c>sh</c> block starts the program, every <c>bash</c> block runs in one
/// shell, and a <c>text</c> block right after it is what it prints.
/// </summary>
internal sealed partial class Document
{
    private readonly string _text;

    public Document(string path) => _text = Repository.Read(path);

    /// <summary>The arguments after <c>./run.sh</c> in the first block that has some.</summary>
    public IReadOnlyList<string> Arguments =>
        StartBlock().Match(_text).Groups["arguments"].Value.Split([' ', '\\', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines among those that the program prints at its start; none when the document shows none.</summary>
    public IReadOnlyList<string> Announced =>
        StartBlock().Match(_text).Groups["output"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<Step> Steps => [.. Blocks().Matches(_text).Select(block =>
        new Step(block.Groups["commands"].Value, block.Groups["output"] is { Success: true } output ? output.Value : null))];

    /// <summary>Whether printed lines are those of the document, where <c>…</c> stands for anything, on a line of its own for any lines.</summary>
    public static bool Matches(string expected, string printed)
    {
        string lines = string.Concat(expected.TrimEnd('\n').Split('\n').Select(line => line.Trim() == "…"
            ? "(?:[^\n]*\n)*?"
            : Regex.Escape(line.TrimEnd()).Replace("…", "[^\n]*", StringComparison.Ordinal) + "[ ]*\n"));
        return Regex.IsMatch(printed.TrimEnd('\n') + "\n", $"^{lines}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex(@"^```sh\n\./run\.sh (?<arguments>--.*?)\n```$(?:\n\n```text\n(?<output>.*?)\n```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex StartBlock();

    [GeneratedRegex(@"^```bash\n(?<commands>.*?)\n```\n(?:\n```text\n(?<output>.*?)\n```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
