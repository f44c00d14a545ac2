using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What stands in a written template where a mark does.</summary>
internal abstract record Held;

/// <summary>A value within a line.</summary>
/// <param name="IsTyped">Whether a person typed it; else it is the firm's.</param>
internal sealed record Hole(string Text, bool IsTyped) : Held
{
    public static Hole Empty { get; } = new("", IsTyped: false);

    public bool IsEmpty => Text.Length == 0;
}

/// <summary>Blocks that are made already.</summary>
internal sealed record HeldBlocks(IReadOnlyList<Block> Blocks) : Held;

/// <summary>Where a section begins, by its tag, or the section before ends.</summary>
internal sealed record SectionMark(string? Tag) : Held;
