namespace ComplaintFlow.Domain.Complaints;

/// <summary>What became of the mails: sent, delivered, failed. An acknowledgement by mail stands and falls with its mail.</summary>
public static partial class ComplaintDecider
{
    /// <summary>A mail left. The acknowledgement counts from that moment.</summary>
    private static Decision Decide(Complaint complaint, RecordMailSent c, DecisionContext context)
    {
        Entry sent = new(new MailSent(c.Effect, c.Kind, c.ProvenAt));
        return c.Kind == MailKind.Acknowledgement && complaint.AcknowledgedOn is null
            ? Decision.Accept(sent, new Entry(new Acknowledged(AnswerChannel.Email, context.DateOf(c.At))))
            : Decision.Accept(sent);
    }

    /// <summary>Reports come more than once and in any order: a failure stands.</summary>
    private static Decision Decide(RecordMailDelivered c, DecisionContext context) =>
        Knows(context, fact => fact is MailDelivered delivered && delivered.Effect == c.Effect) || HasFailed(c.Effect, context)
            ? Decision.Done
            : Decision.Accept(new MailDelivered(c.Effect, c.Kind));

    /// <summary>
    /// A mail failed: at once, or by a bounce days later. An acknowledgement that failed while there is still time to
    /// acknowledge is to be made again, by letter.
    /// </summary>
    private static Decision Decide(Complaint complaint, RecordMailFailed c, DecisionContext context)
    {
        if (HasFailed(c.Effect, context))
        {
            return Decision.Done;
        }

        Entry failed = new(new MailFailed(c.Effect, c.Kind), PrivatePart.OfText(c.Reason));
        bool isOwed = complaint is { OwesAnswer: true, Level: 1, AcknowledgementLetterPending: false }
            && c.Kind == MailKind.Acknowledgement
            && context.DateOf(c.At) <= complaint.Dates.AcknowledgeBy;
        return isOwed switch
        {
            true when complaint.AcknowledgedOn is null => Decision.Accept(failed, new Entry(new AcknowledgementPrepared())),
            true when complaint.AcknowledgedByMail == c.Effect => Decision.Accept(
                failed, new Entry(new AcknowledgementUndone()), new Entry(new AcknowledgementPrepared())),
            _ => Decision.Accept(failed),
        };
    }

    private static bool HasFailed(Guid effect, DecisionContext context) =>
        Knows(context, fact => fact is MailFailed failed && failed.Effect == effect);

    private static bool Knows(DecisionContext context, Func<ComplaintEvent, bool> isIt) => context.Journal.Any(line => isIt(line.Fact));
}
