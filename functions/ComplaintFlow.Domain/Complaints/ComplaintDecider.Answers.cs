using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>The answer: draft, approval, release by e-mail, letter or telephone.</summary>
public static partial class ComplaintDecider
{
    private static Decision Decide(Complaint complaint, Draft c, DecisionContext context)
    {
        if (!complaint.IsOpen)
        {
            return Decision.Refuse(Refusals.IsClosed);
        }

        if (CheckChannel(complaint, c.Channel) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        // Numbered like the current draft, a repeated one compares equal to it.
        PrivatePart words = new() { Text = c.Text };
        return complaint.Draft is { State: DraftState.Draft or DraftState.Submitted } current
            && AcceptOnce(new Entry(new Drafted(current.Number, c.By.Name, c.Channel), words), c.By, context) is Decision.AlreadyDone
                ? Decision.Done
                : Decision.Accept(new Drafted(complaint.DraftCount + 1, c.By.Name, c.Channel), words);
    }

    private static Decision Decide(Complaint complaint, Submit c, DecisionContext context) => (complaint.Status, complaint.Draft) switch
    {
        (Status.Closed, _) => Decision.Refuse(Refusals.IsClosed),
        (_, { State: DraftState.Submitted or DraftState.Approved or DraftState.Released }) => Decision.Done,
        (Status.Answered, _) => Decision.Refuse(Refusals.AlreadyAnswered),
        (Status.InMediation, _) => Decision.Refuse(Refusals.NotNow),
        (_, null) => Decision.Refuse(Refusals.NoDraft),
        (Status.Received or Status.Acknowledged or Status.AwaitingApproval, { } draft) => Submit(complaint, draft, c, context),
        _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
    };

    private static Decision Submit(Complaint complaint, DraftAnswer draft, Submit c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        Approval approval = context.RegimeOf(complaint).ApprovalAt(complaint.Level);
        if (CheckChannel(complaint, draft.Channel) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (approval.By == ApproverRole.None)
        {
            return Approve(complaint, draft, c.Answer, new Approved(draft.Number, null, approval.Reason), comment: null, today, context);
        }

        return context.ApproverFor(approval.By, draft.Author, today) is { } approver
            ? Decision.Accept(new Submitted(draft.Number, approver))
            : Decision.Refuse(Refusals.NoApprover);
    }

    private static Decision Decide(Complaint complaint, Approve c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        int number = c.DraftNumber ?? complaint.Draft?.Number ?? 0;
        return (complaint.Status, complaint.Draft) switch
        {
            _ when complaint.Answers.Any(answer => answer.Draft == number) => Decision.Done,
            (_, { State: DraftState.Approved } draft) when draft.Number == number => Decision.Done,
            (Status.AwaitingApproval, { } draft) when draft.Number != number => Decision.Refuse(Refusals.DraftReplaced),
            (Status.AwaitingApproval, { State: DraftState.Draft }) => Decision.Refuse(Refusals.DraftNotSubmitted),
            (Status.AwaitingApproval, { State: DraftState.Submitted } draft) when c.By.Is(draft.Author) => Decision.Refuse(Refusals.AuthorCannotApprove),
            (Status.AwaitingApproval, { State: DraftState.Submitted } draft) when !MayApprove(complaint, draft, c.By, today, context) => Decision.Refuse(Refusals.NotApprover),
            (Status.AwaitingApproval, { State: DraftState.Submitted } draft) =>
                Approve(complaint, draft, c.Answer, new Approved(draft.Number, c.By.Name), c.Comment, today, context),
            (Status.Closed, _) => Decision.Refuse(Refusals.IsClosed),
            (Status.Received or Status.Acknowledged, { } draft) when draft.Number != number => Decision.Refuse(Refusals.DraftReplaced),
            (Status.AwaitingApproval or Status.Received or Status.Acknowledged or Status.Answered or Status.InMediation, _) =>
                Decision.Refuse(Refusals.NothingToApprove),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    /// <summary>The draft may leave: at once by e-mail; a letter when it is posted; a telephone answer when the call is made.</summary>
    private static Decision Approve(
        Complaint complaint, DraftAnswer draft, AnswerDocument? answer, Approved fact, string? comment, DateOnly today, DecisionContext context)
    {
        if ((answer ?? new AnswerDocument("", null, null)).Lacks(complaint.Level, context.Procedure) is { } lack)
        {
            return Decision.Refuse(lack);
        }

        if (CheckChannel(complaint, draft.Channel) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        Entry approved = new(fact, PrivatePart.OfText(comment));
        return draft.Channel == AnswerChannel.Email
            ? Decision.Accept(approved, new Entry(new AnswerReleased(draft.Number, AnswerChannel.Email, today)))
            : Decision.Accept(approved);
    }

    /// <summary>Where the director approves: the director, or whoever is asked in the director's place.</summary>
    private static bool MayApprove(Complaint complaint, DraftAnswer draft, Actor by, DateOnly today, DecisionContext context)
    {
        ApproverRole role = context.RegimeOf(complaint).ApprovalAt(complaint.Level).By;
        return role != ApproverRole.Director
            || context.ActsAs(by.Email, StaffRole.Director, today)
            || by.Is(context.ApproverFor(role, draft.Author, today));
    }

    private static Decision Decide(Complaint complaint, Return c, DecisionContext context) => (complaint.Status, complaint.Draft) switch
    {
        (Status.Closed, _) => Decision.Refuse(Refusals.IsClosed),
        (_, { State: DraftState.Returned } draft) when c.DraftNumber is null || c.DraftNumber == draft.Number => Decision.Done,
        (Status.AwaitingApproval, { } draft) when c.DraftNumber is { } number && number != draft.Number => Decision.Refuse(Refusals.DraftReplaced),
        (Status.AwaitingApproval, { State: DraftState.Submitted } draft) when c.By.Is(draft.Author) => Decision.Refuse(Refusals.AuthorCannotApprove),
        (Status.AwaitingApproval, { State: DraftState.Submitted } draft) when !MayApprove(complaint, draft, c.By, context.DateOf(c.At), context) =>
            Decision.Refuse(Refusals.NotApprover),
        (Status.AwaitingApproval, { State: DraftState.Submitted } draft) =>
            Decision.Accept(new Returned(draft.Number), PrivatePart.OfText(c.Comment)),
        (Status.Received or Status.Acknowledged or Status.AwaitingApproval or Status.Answered or Status.InMediation, _) =>
            Decision.Refuse(Refusals.NothingToApprove),
        _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
    };

    private static Decision Decide(Complaint complaint, RecordSent c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        return (complaint.Status, complaint.Draft) switch
        {
            (Status.Closed, _) => Decision.Refuse(Refusals.IsClosed),
            (Status.Received or Status.Acknowledged or Status.AwaitingApproval, { State: DraftState.Approved, Channel: AnswerChannel.Letter } draft) =>
                CheckPast("on", c.On, draft.ApprovedOn!.Value, today) is { } wrong
                    ? Decision.Refuse(wrong)
                    : Decision.Accept(new AnswerReleased(draft.Number, AnswerChannel.Letter, c.On)),
            (Status.Received or Status.AwaitingApproval, _) when complaint.AcknowledgementLetterPending =>
                CheckPast("on", c.On, complaint.ReceivedOn, today) is { } wrong
                    ? Decision.Refuse(wrong)
                    : Decision.Accept(new Acknowledged(AnswerChannel.Letter, c.On)),
            (Status.Answered, { State: DraftState.Released, Channel: AnswerChannel.Letter }) => Decision.Done,
            (Status.Acknowledged or Status.AwaitingApproval, _) when RepeatsAcknowledgement(c, context) => Decision.Done,
            (Status.Received or Status.Acknowledged or Status.AwaitingApproval or Status.Answered or Status.InMediation, _) =>
                Decision.Refuse(Refusals.NothingToSend),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    /// <summary>The acknowledgement by letter left on that day, and no answer has been drafted since that could be meant instead.</summary>
    private static bool RepeatsAcknowledgement(RecordSent c, DecisionContext context) =>
        context.Journal.LastOrDefault(line => line.Fact is Acknowledged or Drafted or CallRecorded)?.Fact
            is Acknowledged { By: AnswerChannel.Letter } acknowledged
        && acknowledged.On == c.On;

    private static Decision Decide(Complaint complaint, RecordCall c, DecisionContext context) => complaint.Status switch
    {
        Status.Closed => Decision.Refuse(Refusals.IsClosed),
        Status.Received or Status.Acknowledged => RecordCall(complaint, c, context),
        Status.AwaitingApproval or Status.InMediation => Decision.Refuse(Refusals.NotNow),
        Status.Answered => Repeats(c, context) ? Decision.Done : Decision.Refuse(Refusals.AlreadyAnswered),
        _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
    };

    private static Decision RecordCall(Complaint complaint, RecordCall c, DecisionContext context)
    {
        PrivatePart summary = new() { Text = c.Summary };
        if (Repeats(c, context))
        {
            return Decision.Done;
        }

        // Satisfied at once: said of the first handling. What level 2 has to say, it says in writing.
        if (c.Satisfied && complaint is { IsOral: true, Level: 1 })
        {
            return Decision.Accept(new CallRecorded(true, null, null), summary);
        }

        AnswerChannel channel = complaint.ClientHasEmail ? AnswerChannel.Email : AnswerChannel.Letter;
        if (complaint.Draft is not { State: DraftState.Approved, Channel: AnswerChannel.Phone } approved)
        {
            return Decision.Accept(new CallRecorded(c.Satisfied, complaint.DraftCount + 1, channel), summary);
        }

        // What was said was approved beforehand: its written confirmation leaves without a second approval.
        if ((c.Answer ?? new AnswerDocument("", null, null)).Lacks(complaint.Level, context.Procedure) is { } lack)
        {
            return Decision.Refuse(lack);
        }

        Entry call = new(new CallRecorded(c.Satisfied, approved.Number, channel), summary);
        return channel == AnswerChannel.Email
            ? Decision.Accept(call, new Entry(new AnswerReleased(approved.Number, channel, context.DateOf(c.At))))
            : Decision.Accept(call);
    }

    private static bool Repeats(RecordCall c, DecisionContext context) =>
        context.Journal.LastOrDefault(line => line.Fact is CallRecorded) is { } line
        && line.Actor.Name == c.By.Name
        && IsRecent(line, c.At)
        && ((CallRecorded)line.Fact).Satisfied == c.Satisfied
        && line.Private?.Text == c.Summary;

    private static Refusal? CheckChannel(Complaint complaint, AnswerChannel channel) =>
        channel == AnswerChannel.Email && !complaint.ClientHasEmail ? Refusals.NoEmailAddress
        : channel == AnswerChannel.Phone && complaint.Level >= 2 ? Refusals.LevelTwoInWriting
        : null;
}
