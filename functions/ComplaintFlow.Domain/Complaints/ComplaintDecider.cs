using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// Decides, purely, what a command brings to a complaint: facts, "already done", or a refusal with its reason. Who may
/// act is asked first, then whether the state allows it. One partial file per chapter of the procedure.
/// </summary>
public static partial class ComplaintDecider
{
    public static Decision Decide(Complaint? complaint, Command command, DecisionContext context)
    {
        if (command is Receive receive)
        {
            return complaint is null ? Open(receive, context) : Decision.Refuse(Refusals.Exists);
        }

        if (complaint is not { } known)
        {
            return Decision.Refuse(Refusals.Unknown);
        }

        return Permissions.Check(known, command, context) is { } forbidden
            ? Decision.Refuse(forbidden)
            : Act(known, command, context);
    }

    private static Decision Act(Complaint complaint, Command command, DecisionContext context) => command switch
    {
        Receive => Decision.Refuse(Refusals.Exists),
        Acknowledge c => Decide(complaint, c, context),
        Assign c => Decide(complaint, c, context),
        Draft c => Decide(complaint, c, context),
        Submit c => Decide(complaint, c, context),
        Approve c => Decide(complaint, c, context),
        Return c => Decide(complaint, c, context),
        RecordSent c => Decide(complaint, c, context),
        RecordCall c => Decide(complaint, c, context),
        Extend c => Decide(complaint, c, context),
        Escalate c => Decide(complaint, c, context),
        Refer c => Decide(complaint, c, context),
        RecordMediatorOutcome c => Decide(complaint, c, context),
        RecordCourtAction c => Decide(complaint, c, context),
        Transfer c => Decide(complaint, c, context),
        Note c => Decide(c, context),
        Message c => Decide(complaint, c, context),
        Attach c => Decide(complaint, c),
        Correct c => Decide(complaint, c, context),
        Classify c => Decide(complaint, c, context),
        Resend { Kind: { } kind, To: { } to } c => Decide(c, kind, to, context),
        Resend => Decision.Refuse(Refusals.UnknownEffect),
        Merge c => Decide(complaint, c, context),
        Absorb c => Decide(complaint, c, context),
        ChangeProcedure c => Decide(complaint, c, context),
        Hold c => complaint.OnHold ? Decision.Done : Decision.Accept(new HoldPlaced(), PrivatePart.OfText(c.Reason)),
        Release c => complaint.OnHold ? Decision.Accept(new HoldReleased(), PrivatePart.OfText(c.Reason)) : Decision.Done,
        Requalify c => CloseOpen(complaint, Closure.Requalified, c.Reason, context.DateOf(c.At)),
        Withdraw c => CloseOpen(complaint, Closure.Withdrawn, c.Reason, context.DateOf(c.At)),
        Close c => Decide(complaint, c, context),
        Reopen c => Decide(complaint, c),
        RecordMailSent c => Decide(complaint, c, context),
        RecordMailDelivered c => Decide(c, context),
        RecordMailFailed c => Decide(complaint, c, context),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>
    /// Accepts <paramref name="entry"/> unless the latest fact of that type is the same person's and says the very same: a
    /// form sent twice, a button pressed twice.
    /// </summary>
    /// <param name="entry">What to accept.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="context">The journal to look in.</param>
    /// <param name="at">For words, the instant of the act: said again a day later, they are said anew.</param>
    private static Decision AcceptOnce(Entry entry, Actor by, DecisionContext context, DateTimeOffset? at = null)
    {
        JournalLine? latest = context.Journal.LastOrDefault(line => line.Fact.GetType() == entry.Fact.GetType());
        bool same = latest is not null && latest.Actor.Name == by.Name && latest.Fact == entry.Fact && latest.Private == entry.Private
            && (at is not { } now || IsRecent(latest, now));
        return same ? Decision.Done : Decision.Accept(entry);
    }

    private static bool IsRecent(JournalLine line, DateTimeOffset now) => now - line.At < TimeSpan.FromDays(1);

    /// <summary>Refuses a date of the past or present that lies in the future, or before <paramref name="first"/>.</summary>
    private static Refusal? CheckPast(string field, DateOnly date, DateOnly first, DateOnly today) =>
        date > today ? Refusals.InFuture(field)
        : date < first ? Refusals.Before(field, first)
        : null;
}
