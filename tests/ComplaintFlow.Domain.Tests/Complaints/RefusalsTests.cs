using System.Reflection;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Every refusal has its own code and a reason in both languages.</summary>
public sealed class RefusalsTests
{
    private static readonly Dictionary<string, RefusalKind> Kinds = new()
    {
        ["unknown-person"] = RefusalKind.Invalid,
        ["into-itself"] = RefusalKind.Invalid,
        ["unknown-effect"] = RefusalKind.Invalid,
        ["unknown-target"] = RefusalKind.Invalid,
        ["not-handler"] = RefusalKind.Forbidden,
        ["not-manager"] = RefusalKind.Forbidden,
        ["not-author"] = RefusalKind.Forbidden,
        ["not-approver"] = RefusalKind.Forbidden,
        ["author-cannot-approve"] = RefusalKind.Forbidden,
        ["not-staff"] = RefusalKind.Forbidden,
        ["for-staff-only"] = RefusalKind.Forbidden,
    };

    private static Refusal[] All => [.. typeof(Refusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Refusal)property.GetValue(null)!)];

    [Fact]
    public void Refusals_HaveTheirOwnCodes() => Assert.Equal(
        [
            "already-answered", "answer-without-level-two", "answer-without-mediator", "answer-without-text", "author-cannot-approve", "closed",
            "court-action", "draft-not-submitted", "draft-replaced", "exists", "for-staff-only", "into-itself", "level-two-answered",
            "level-two-in-writing", "mediator-not-open", "mediator-too-late", "merged-the-other-way", "no-approver", "no-draft", "no-email-address", "not-answered",
            "not-approver", "not-author", "not-closed", "not-handler", "not-in-mediation", "not-manager", "not-now", "not-staff",
            "nothing-to-acknowledge", "nothing-to-approve", "nothing-to-send", "same-person-at-level-two", "too-early-to-escalate",
            "too-late-to-escalate", "too-late-to-extend", "unknown", "unknown-effect", "unknown-person", "unknown-target",
        ],
        All.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Refusals_HaveAReasonInBothLanguages_AndTheirKind() => Assert.All(All, refusal =>
    {
        Assert.EndsWith(".", refusal.Reason.Fr, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Reason.En, StringComparison.Ordinal);
        Assert.NotEqual(refusal.Reason.Fr, refusal.Reason.En);
        Assert.Equal(Kinds.GetValueOrDefault(refusal.Code, RefusalKind.Conflict), refusal.Kind);
        Assert.Equal(refusal.Code switch { "unknown-person" => "to", "into-itself" or "unknown-target" => "into", "unknown-effect" => "effect", _ => null }, refusal.Field);
    });

    [Fact]
    public void Refusals_OfADate_NameTheFieldAndTheDate()
    {
        DateOnly date = new(2026, 5, 2);
        foreach (Refusal refusal in (Refusal[])[Refusals.Before("on", date), Refusals.NotAfter("on", date), Refusals.TooLong("on", date)])
        {
            Assert.Equal(("on", RefusalKind.Invalid), (refusal.Field, refusal.Kind));
            Assert.Contains("02/05/2026", refusal.Reason.Fr, StringComparison.Ordinal);
            Assert.Contains("2026-05-02", refusal.Reason.En, StringComparison.Ordinal);
        }

        Assert.Equal(("in-future", "on", RefusalKind.Invalid, true, true), (
            Refusals.InFuture("on").Code,
            Refusals.InFuture("on").Field,
            Refusals.InFuture("on").Kind,
            Refusals.InFuture("on").Reason.Fr.Contains("futur", StringComparison.Ordinal),
            Refusals.InFuture("on").Reason.En.Contains("future", StringComparison.Ordinal)));
        Assert.Equal(["too-early", "not-after", "too-long", "unknown-procedure"],
            ((Refusal[])[Refusals.Before("on", date), Refusals.NotAfter("on", date), Refusals.TooLong("on", date), Refusals.UnknownProcedure([])]).Select(refusal => refusal.Code));
    }
}
