namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// What a journal line holds of persons and of their words. It lies in a row of its own, so that it can be erased while
/// the facts, and the proof that they are intact, remain.
/// </summary>
public sealed record PrivatePart
{
    public Complainant? Complainant { get; init; }

    public Representative? Representative { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    public string? Contract { get; init; }

    /// <summary>The words of the act: a draft, a reason, a comment, a summary, a message.</summary>
    public string? Text { get; init; }

    /// <summary>To whom a transfer goes.</summary>
    public string? To { get; init; }

    public string? FileName { get; init; }

    /// <summary>The mediator's case number.</summary>
    public string? MediatorReference { get; init; }

    /// <summary>What stood around the words, where they came by mail.</summary>
    public MailFrame? Mail { get; init; }

    public static PrivatePart? OfText(string? text) => string.IsNullOrWhiteSpace(text) ? null : new PrivatePart { Text = text };
}
