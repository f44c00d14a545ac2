using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// A written answer as it leaves the firm: the staff's words, then how to go to level 2 (after a level-1 answer) and to
/// the mediator (after every answer, a favourable one included). Source: docs/sources.md#answers.
/// </summary>
public sealed record AnswerDocument(string Text, string? LevelTwoWay, string? MediatorWay)
{
    /// <summary>Adds to the staff's words what the procedure in force on the day of sending says of levels 2 and 3.</summary>
    public static AnswerDocument Compose(string text, int level, ProcedureVersion procedure, Language language) => new(
        text,
        level == 1 ? Remedies.LevelTwo(procedure.Firm).In(language) : null,
        Remedies.Mediator(procedure.Mediator).In(language));

    /// <summary>Why it must not leave at <paramref name="level"/>, or null when it says all that it must.</summary>
    public Refusal? Lacks(int level, ProcedureVersion procedure)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return Refusals.AnswerWithoutText;
        }

        if (level == 1 && LevelTwoWay?.Contains(procedure.Firm.ComplaintsEmailAlias, StringComparison.Ordinal) != true)
        {
            return Refusals.AnswerWithoutLevelTwo;
        }

        return MediatorWay is { } way
            && way.Contains(procedure.Mediator.Name, StringComparison.Ordinal)
            && way.Contains(procedure.Mediator.PostalAddress, StringComparison.Ordinal)
            ? null
            : Refusals.AnswerWithoutMediator;
    }
}
