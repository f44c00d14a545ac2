using ComplaintFlow.Domain.Complaints;
using CsCheck;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Some time passes, then somebody tries something.</summary>
internal readonly record struct Step(int Minutes, string Act, int Who);

/// <summary>Lives made of random steps, many of them refused, that reach every status.</summary>
internal static class RandomLife
{
    /// <summary>The acts on the way to the end come more often, so that lives get there.</summary>
    private static readonly string[] Moves =
    [
        .. Acts.Names,
        .. Enumerable.Repeat((string[])[nameof(Draft), nameof(Submit), nameof(Approve), nameof(RecordSent), nameof(RecordCall)], 4).SelectMany(acts => acts),
        .. (string[])[nameof(Escalate), nameof(Escalate), nameof(Refer), nameof(Close), nameof(Reopen), nameof(Extend), nameof(Message), nameof(Correct)],
    ];

    public static Gen<Step[]> Steps { get; } = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Int[1, 60 * 24], Gen.Int[1, 60 * 24 * 45]), Gen.Int[0, Moves.Length - 1].Select(index => Moves[index]), Gen.Int[0, 11],
        (minutes, act, who) => new Step(minutes, act, who)).Array[1, 30];

    /// <summary>A complaint that nobody has touched yet: by e-mail, by letter without an address, or oral.</summary>
    public static ComplaintLife Start(int kind) => (kind % 4) switch
    {
        0 => new ComplaintLife().Receive(),
        1 => new ComplaintLife().Receive(Channel.Letter, email: null, receivedOn: "2026-02-12"),
        2 => new ComplaintLife().Receive(Channel.Phone),
        _ => new ComplaintLife().Receive(regime: "payment-services").Deliver(),
    };

    /// <summary>What the step tries, now.</summary>
    public static Command CommandOf(Step step, ComplaintLife life) => (step.Act, step.Who) switch
    {
        (nameof(Draft), 0 or 1 or 2) => new Draft(Manon, life.Now, "Nous vous remboursons.", AnswerChannel.Email),
        (nameof(Draft), 3) => new Draft(Manon, life.Now, "Rappelez-moi.", AnswerChannel.Phone),
        (nameof(RecordCall), 0 or 1) => new RecordCall(Manon, life.Now, "Satisfait.", true, life.Answer()),
        (nameof(Approve), 0 or 1 or 2) => Acts.Of(step.Act, life, Denis),
        (nameof(Extend), 0 or 1) => new Extend(Manon, life.Now, "Enquête", life.Today.AddDays(20)),
        (nameof(ChangeProcedure), 0) => new ChangeProcedure(Manon, life.Now, "insurance", "Erreur"),
        (nameof(Correct), 0) => new Correct(Manon, life.Now, null, null, null, Day("2026-01-15"), Day("2026-01-20"), null),
        (nameof(Correct), 1) => new Correct(Manon, life.Now, new() { Name = "Dominique Petit", Email = "petit@example.fr" }, "POL-99", null, null, null, null),
        (_, 4) => Acts.Of(step.Act, life, Anne),
        (_, 5) => Acts.Of(step.Act, life, Actor.Client),
        (_, 6) => Acts.Of(step.Act, life, Claire),
        _ => Acts.ByTheRightPerson(step.Act, life),
    };
}
