namespace ComplaintFlow.Functions.Pages;

/// <summary>A form that was refused: shown again, open, with what was typed and what is wrong.</summary>
/// <param name="Action">The value of the field <c>action</c>.</param>
/// <param name="Values">What was typed, by field name.</param>
/// <param name="Errors">The messages, by field name, in the reader's language.</param>
public sealed record RejectedAct(
    string Action,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);
