using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>Arrival, acknowledgement, the usual contact.</summary>
public static partial class ComplaintDecider
{
    private static Decision Open(Receive c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        DateOnly receivedOn = c.ReceivedOn ?? today;
        DateOnly sentOn = c.SentOn ?? receivedOn;
        bool isOral = c.Channel is Channel.Phone or Channel.Counter;
        DateOnly? writtenOn = c.WrittenOn ?? (isOral ? null : sentOn);
        string regimeName = c.Regime ?? context.Procedure.DefaultRegime.Name;
        if (context.Procedure.FindRegime(regimeName) is not { } regime)
        {
            return Decision.Refuse(Refusals.UnknownProcedure(context.Procedure.Regimes.Select(known => known.Name)));
        }

        if (CheckDates(c.Channel, sentOn, receivedOn, writtenOn, today) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        ComplaintReceived fact = new(
            c.Channel,
            c.Language,
            c.Complainant.Kind,
            HasEmail(c.Complainant, c.Representative),
            c.Product,
            context.Directory.UsualContact(c.Complainant.ClientNumber, c.Complainant.Email, today),
            Terms.Of(context.Procedure, regime),
            sentOn,
            receivedOn,
            writtenOn,
            today);
        return Decision.Accept(fact, new PrivatePart
        {
            Complainant = c.Complainant,
            Representative = c.Representative,
            Subject = c.Subject,
            Description = c.Description,
            Contract = c.Contract,
            Mail = c.Mail,
        });
    }

    private static Decision Decide(Complaint complaint, Acknowledge c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        DateOnly on = c.On ?? today;
        return complaint.Status switch
        {
            _ when complaint.AcknowledgedOn is not null => Decision.Done,
            Status.Received when c.Channel == AnswerChannel.Letter && c.On is null && complaint.AcknowledgementLetterPending => Decision.Done,
            Status.Received when c.Channel == AnswerChannel.Letter && c.On is null => Decision.Accept(new AcknowledgementPrepared()),
            Status.Received when CheckPast("on", on, complaint.ReceivedOn, today) is { } wrong => Decision.Refuse(wrong),
            Status.Received => Decision.Accept(new Acknowledged(c.Channel, on)),
            Status.Closed => Decision.Refuse(Refusals.IsClosed),
            Status.Acknowledged or Status.AwaitingApproval or Status.Answered or Status.InMediation => Decision.Refuse(Refusals.NothingToAcknowledge),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    private static Decision Decide(Complaint complaint, Assign c, DecisionContext context) => complaint.Status switch
    {
        Status.Closed => Decision.Refuse(Refusals.IsClosed),
        _ when context.Directory.Find(c.To) is not { } member => Decision.Refuse(Refusals.UnknownPerson),
        _ when string.Equals(complaint.Handler, c.To, StringComparison.OrdinalIgnoreCase) => Decision.Done,
        _ when complaint.Level >= 2 && string.Equals(complaint.LevelOneHandler, c.To, StringComparison.OrdinalIgnoreCase) =>
            Decision.Refuse(Refusals.SamePersonAtLevelTwo),
        _ => Decision.Accept(new Assigned(context.Directory.Find(c.To)!.Email), PrivatePart.OfText(c.Reason)),
    };

    /// <summary>What was said aloud cannot have been in writing before it was said.</summary>
    private static Refusal? CheckDates(Channel channel, DateOnly sentOn, DateOnly receivedOn, DateOnly? writtenOn, DateOnly today) =>
        receivedOn > today ? Refusals.InFuture("receivedOn")
        : sentOn > today ? Refusals.InFuture("sentOn")
        : writtenOn > today ? Refusals.InFuture("writtenOn")
        : sentOn > receivedOn ? Refusals.Before("receivedOn", sentOn)
        : channel is Channel.Phone or Channel.Counter && writtenOn < sentOn ? Refusals.Before("writtenOn", sentOn)
        : null;

    private static bool HasEmail(Complainant complainant, Representative? representative) =>
        complainant.Email is not null || representative?.Email is not null;
}
