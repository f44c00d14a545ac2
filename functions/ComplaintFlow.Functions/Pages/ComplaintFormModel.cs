using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The public form, empty or with what was typed and what is wrong with it.</summary>
/// <param name="Procedure">The procedure in force today.</param>
/// <param name="Values">What was typed, by field name.</param>
/// <param name="Errors">The messages in the reader's language, by field name; other names are said above the form.</param>
/// <param name="IdempotencyKey">Sent back with the form, so that it counts once.</param>
public sealed record ComplaintFormModel(
    ProcedureVersion Procedure,
    Language Language,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors,
    string IdempotencyKey);
