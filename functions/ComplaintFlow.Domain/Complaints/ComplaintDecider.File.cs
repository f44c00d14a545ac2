using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>What is kept in the file: transfers, messages, documents, corrections, classification, the procedure applied.</summary>
public static partial class ComplaintDecider
{
    private static Decision Decide(Complaint complaint, Transfer c, DecisionContext context) => complaint.Status switch
    {
        Status.Closed => Decision.Refuse(Refusals.IsClosed),
        _ when CheckPast("on", c.On, complaint.ReceivedOn, context.DateOf(c.At)) is { } wrong => Decision.Refuse(wrong),
        _ => AcceptOnce(new Entry(new Transferred(c.On), new PrivatePart { To = c.To, Text = c.Reason }), c.By, context),
    };

    private static Decision Decide(Note c, DecisionContext context) =>
        AcceptOnce(new Entry(new NoteAdded(), new PrivatePart { Text = c.Text }), c.By, context, c.At);

    private static Decision Decide(Complaint complaint, Message c, DecisionContext context)
    {
        ComplaintEvent fact = c.By.Kind == ActorKind.Client ? new MessageReceived() : new MessageSent();
        return complaint.IsOpen
            ? AcceptOnce(new Entry(fact, new PrivatePart { Text = c.Text, Mail = c.Mail }), c.By, context, c.At)
            : Decision.Refuse(Refusals.IsClosed);
    }

    private static Decision Decide(Complaint complaint, Attach c)
    {
        if (!complaint.IsOpen)
        {
            return Decision.Refuse(Refusals.IsClosed);
        }

        return complaint.Attachments.Any(known => known.Id == c.Id)
            ? Decision.Done
            : Decision.Accept(new AttachmentAdded(c.Id, c.ContentType, c.Size, c.Sha256), new PrivatePart { FileName = c.FileName });
    }

    /// <summary>Dates, product and person as they should have been entered; allowed on a closed complaint too.</summary>
    private static Decision Decide(Complaint complaint, Correct c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        Dossier dossier = Dossier.Of(context.Journal);
        Corrected fact = new(
            c.Complainant?.Kind ?? complaint.Kind,
            c.Complainant is null ? complaint.ClientHasEmail : HasEmail(c.Complainant, dossier.Representative),
            c.Product ?? complaint.Product,
            c.SentOn ?? complaint.SentOn,
            c.ReceivedOn ?? complaint.ReceivedOn,
            c.WrittenOn ?? (complaint.IsWrittenAsSent ? c.SentOn : null) ?? complaint.WrittenOn);
        if (CheckDates(complaint.Channel, fact.SentOn, fact.ReceivedOn, fact.WrittenOn, today) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        Corrected unchanged = new(
            complaint.Kind, complaint.ClientHasEmail, complaint.Product, complaint.SentOn, complaint.ReceivedOn, complaint.WrittenOn);
        bool samePerson = (c.Complainant is null || c.Complainant == dossier.Complainant) && (c.Contract is null || c.Contract == dossier.Contract);
        return fact == unchanged && samePerson
            ? Decision.Done
            : Decision.Accept(fact, samePerson ? null : new PrivatePart { Complainant = c.Complainant, Contract = c.Contract });
    }

    private static Decision Decide(Complaint complaint, Classify c, DecisionContext context) => complaint.IsOpen
        ? AcceptOnce(new Entry(new Classified(c.Product, c.Reason, c.RootCause, c.Redress)), c.By, context)
        : Decision.Refuse(Refusals.IsClosed);

    /// <summary>Once a day, and again at once only when a mail of that kind has failed since.</summary>
    private static Decision Decide(Resend c, MailKind kind, Recipient to, DecisionContext context)
    {
        JournalLine? last = context.Journal.LastOrDefault(line => line.Fact is ResendRequested known && known.Effect == c.Effect);
        bool failedSince = context.Journal.Any(line => line.Number > last?.Number && line.Fact is MailFailed failed && failed.Kind == kind);
        return last is not null && IsRecent(last, c.At) && !failedSince ? Decision.Done : Decision.Accept(new ResendRequested(c.Effect, kind, to));
    }

    private static Decision Decide(Complaint complaint, ChangeProcedure c, DecisionContext context)
    {
        if (!complaint.IsOpen)
        {
            return Decision.Refuse(Refusals.IsClosed);
        }

        if (context.Procedure.FindRegime(c.Regime) is not { } regime)
        {
            return Decision.Refuse(Refusals.UnknownProcedure(context.Procedure.Regimes.Select(known => known.Name)));
        }

        return complaint.Terms.Regime == c.Regime
            ? Decision.Done
            : Decision.Accept(
                Change(complaint, regime, Terms.Of(context.Procedure, regime) with { ClockStart = complaint.Terms.ClockStart }),
                PrivatePart.OfText(c.Reason));
    }

    private static ProcedureChanged Change(Complaint complaint, Regime regime, Terms terms)
    {
        DeadlineDates dates = Deadlines.Compute(terms, complaint.SentOn, complaint.ReceivedOn, complaint.WrittenOn);
        DateOnly longest = regime.LongestExtension is { } delay ? Delays.Add(dates.ClockStartedOn, delay, terms.Zone) : DateOnly.MaxValue;
        DateOnly? extendedTo = complaint.ExtendedTo > dates.RespondBy && complaint.ExtendedTo <= longest ? complaint.ExtendedTo : null;
        return new ProcedureChanged(terms, dates, extendedTo, complaint.Terms, complaint.Dates, complaint.ExtendedTo);
    }
}
