using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>One letter to a client, in the client's language.</summary>
public sealed record LetterModel
{
    public required LetterKind Kind { get; init; }

    public required string Reference { get; init; }

    public required Complaint Complaint { get; init; }

    public required Dossier Dossier { get; init; }

    /// <summary>The procedure in force on the day of the letter: its contacts are printed.</summary>
    public required ProcedureVersion Procedure { get; init; }

    /// <summary>The date printed on the letter.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The name under the letter.</summary>
    public required string SignedBy { get; init; }

    /// <summary>The complete answer; needed for <see cref="LetterKind.Answer"/> only.</summary>
    public AnswerDocument? Answer { get; init; }
}
