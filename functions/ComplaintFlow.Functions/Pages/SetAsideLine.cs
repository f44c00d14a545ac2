namespace ComplaintFlow.Functions.Pages;

/// <summary>A form or a mail that was set aside, with its delay running all the same.</summary>
/// <param name="ReceivedAt">With the firm's offset.</param>
/// <param name="AcknowledgeBy">The last day to acknowledge it, if it is a complaint.</param>
/// <param name="Excerpt">The beginning of its text.</param>
/// <param name="Reason">Why it was set aside, in French.</param>
/// <param name="HasMail">Whether it is a mail that can be read as it came.</param>
public sealed record SetAsideLine(
    string Id, DateTimeOffset ReceivedAt, DateOnly AcknowledgeBy, string? From, string? Subject, string? Excerpt, string? Reason = null, bool HasMail = false);
