using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The deadline calculator, empty, with errors, or with its result.</summary>
/// <param name="Values">The fields <c>received</c>, <c>sent</c>, <c>zone</c>, <c>procedure</c> as given.</param>
/// <param name="Result">Null while nothing was asked, or when it was wrong.</param>
public sealed record DeadlinesModel(
    ProcedureVersion Procedure,
    Language Language,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors,
    DeadlinesResult? Result = null);

/// <summary>The dates and how they came about (<see cref="DeadlineExplanation.Steps"/>, in the page's language).</summary>
public sealed record DeadlinesResult(DeadlineDates Dates, IReadOnlyList<string> Steps);
