namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>One block of a <see cref="Document"/>. The hierarchy is closed: every rendering knows all of it.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A paragraph in the firm's own words.</summary>
public sealed record Paragraph(string Text) : Block;

public sealed record Heading(string Text) : Block;

/// <summary>What a person wrote, quoted as it was typed: lines kept, links never live.</summary>
public sealed record Quote(string Words) : Block;

/// <summary>The words of the author of this very document (an answer), as typed: not marked as a quotation, links never live.</summary>
public sealed record Words(string Text) : Block;

/// <summary>Labels and their values, one a line.</summary>
public sealed record Facts(IReadOnlyList<Fact> Rows) : Block;

/// <summary>The one thing to click. <paramref name="Url"/> is absolute.</summary>
public sealed record LinkButton(string Label, string Url) : Block;

/// <summary>Small print.</summary>
public sealed record Note(string Text) : Block;

/// <summary>One row of <see cref="Facts"/>.</summary>
/// <param name="Label">Without the colon.</param>
/// <param name="Value">In one line.</param>
/// <param name="IsQuoted">Whether a person from outside typed it, so that no link in it may be live.</param>
public sealed record Fact(string Label, string Value, bool IsQuoted = false);
