using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>Folds facts into the complaint. Total: a fact that was decided is always folded, and never needs a private part.</summary>
public static class Evolution
{
    /// <summary>Folds a whole journal; null when it is empty.</summary>
    public static Complaint? Fold(IEnumerable<JournalLine> journal)
    {
        Complaint? complaint = null;
        foreach (JournalLine line in journal)
        {
            complaint = Evolve(complaint, line);
        }

        return complaint;
    }

    /// <summary>The complaint after <paramref name="line"/>.</summary>
    /// <exception cref="InvalidOperationException">The first line is not <see cref="ComplaintReceived"/>.</exception>
    public static Complaint Evolve(Complaint? complaint, JournalLine line)
    {
        Complaint next = (complaint, line.Fact) switch
        {
            (null, ComplaintReceived fact) => Open(fact, line.At),
            (null, _) => throw new InvalidOperationException($"A journal starts with {nameof(ComplaintReceived)}, not with {line.Fact.GetType().Name}."),
            ({ } known, _) => Apply(known, line),
        };
        return next with { Version = line.Number };
    }

    private static Complaint Open(ComplaintReceived fact, DateTimeOffset at) => new()
    {
        Version = 1,
        Status = Status.Received,
        Level = 1,
        Channel = fact.Channel,
        Language = fact.Language,
        Kind = fact.Kind,
        ClientHasEmail = fact.ClientHasEmail,
        AcknowledgementQueued = fact.ClientHasEmail,
        Product = fact.Product,
        Handler = fact.Handler,
        LevelOneHandler = fact.Handler,
        Terms = fact.Terms,
        SentOn = fact.SentOn,
        ReceivedOn = fact.ReceivedOn,
        WrittenOn = fact.WrittenOn,
        EnteredOn = fact.EnteredOn,
        EnteredAt = at,
        Dates = Deadlines.Compute(fact.Terms, fact.SentOn, fact.ReceivedOn, fact.WrittenOn),
    };

    private static Complaint Apply(Complaint c, JournalLine line) => line.Fact switch
    {
        ComplaintReceived => throw new InvalidOperationException("A complaint is received once."),
        AcknowledgementPrepared => c with { AcknowledgementLetterPending = true },
        Acknowledged fact => c with
        {
            Status = c.Status == Status.Received ? Status.Acknowledged : c.Status,
            AcknowledgedOn = fact.On,
            AcknowledgedAt = line.At,
            AcknowledgementLetterPending = false,
        },
        AcknowledgementUndone => c with
        {
            Status = c.Status == Status.Acknowledged ? Status.Received : c.Status,
            AcknowledgedOn = null,
            AcknowledgedAt = null,
            AcknowledgedByMail = null,
            AcknowledgementProvenAt = null,
            AcknowledgementReturned = false,
        },
        Assigned fact => c with { Handler = fact.To, LevelOneHandler = c.Level == 1 ? fact.To : c.LevelOneHandler },
        Drafted fact => c with
        {
            Draft = new DraftAnswer(fact.Number, fact.Author, fact.Channel, DraftState.Draft),
            DraftCount = fact.Number,
        },
        Submitted => c with { Status = Status.AwaitingApproval, Draft = c.Draft! with { State = DraftState.Submitted } },
        Returned => c with { Status = c.BeforeApproval, Draft = c.Draft! with { State = DraftState.Returned } },
        Approved => Approve(c, line),
        AnswerReleased fact => Release(c, fact),
        CallRecorded fact => RecordCall(c, fact, line),
        Extended fact => c.Level == 1 ? c with { ExtendedTo = fact.Until } : c with { Level2By = fact.Until },
        Escalated fact => Escalate(c, fact),
        Referred fact => c with { Status = Status.InMediation, Level = 3, ReferredOn = fact.On, Closure = null, ClosedOn = null, SilentSince = null },
        MediatorDecided fact => CloseAs(c, Closure.Mediation, fact.On),
        // Whoever goes to court, or complains again, has spoken: there is no silence left to close on.
        CourtActionStarted fact => c with { CourtActionOn = fact.On, SilentSince = null },
        Transferred or NoteAdded => c,
        MessageSent => c with { SilentSince = c.Status == Status.Answered ? DateOf(line) : null },
        MessageReceived => c with { SilentSince = null },
        AttachmentAdded fact => c with
        {
            Attachments = [.. c.Attachments, fact],
            SilentSince = line.Actor.Kind == ActorKind.Client ? null : c.SilentSince,
        },
        Corrected fact => Correct(c, fact),
        Classified fact => c with { Classification = fact, Product = fact.Product ?? c.Product },
        Absorbed => c with { SilentSince = null },
        Closed fact => CloseAs(c, fact.Closure, fact.On) with { MergedInto = fact.Into },
        Reopened => Reopen(c, line),
        HoldPlaced => c with { OnHold = true },
        HoldReleased => c with { OnHold = false },
        ProcedureChanged fact => ChangeTerms(c, fact.Terms) with { ExtendedTo = fact.ExtendedTo },
        Reminded fact => c with { LastReminders = new Dictionary<DeadlineKind, DateOnly>(c.LastReminders) { [fact.Deadline] = fact.On } },
        DeadlineMissed fact => c with { Misses = [.. c.Misses, fact] },
        MediatorInformed => c with { MediatorInformed = true },
        MailSent { Kind: MailKind.Acknowledgement } fact when c.AcknowledgedOn is null => c with
        {
            AcknowledgedByMail = fact.Effect,
            AcknowledgementProvenAt = fact.ProvenAt,
        },
        MailDelivered fact when fact.Effect == c.AcknowledgedByMail => c with { AcknowledgementProvenAt = line.At },
        MailFailed fact when fact.Effect == c.AcknowledgedByMail => c with { AcknowledgementProvenAt = null, AcknowledgementReturned = true },
        MailSent or MailDelivered or MailFailed or ResendRequested => c,
        _ => throw new InvalidOperationException($"No fold for {line.Fact.GetType().Name}."),
    };

    private static Complaint Approve(Complaint c, JournalLine line)
    {
        DraftAnswer draft = c.Draft! with { State = DraftState.Approved, ApprovedOn = DateOf(line) };

        // A letter stays in the approver's hands until it leaves; a telephone answer goes back to the handler, who calls.
        return c with { Draft = draft, Status = draft.Channel == AnswerChannel.Phone ? c.BeforeApproval : Status.AwaitingApproval };
    }

    private static Complaint Release(Complaint c, AnswerReleased fact) => c with
    {
        Status = Status.Answered,
        Draft = c.Draft! with { State = DraftState.Released },
        Answers = [.. c.Answers, new ReleasedAnswer(fact.Draft, fact.Channel, fact.On, c.Level)],
        SilentSince = fact.On,
    };

    private static Complaint Reopen(Complaint c, JournalLine line)
    {
        // The acknowledgement may have left after the closing.
        Status status = c.StatusBeforeClosing is { } before and not Status.Received ? before : c.BeforeApproval;
        return c with
        {
            Status = status,
            Closure = null,
            ClosedOn = null,
            MergedInto = null,
            StatusBeforeClosing = null,
            IsReopened = true,
            SilentSince = status == Status.Answered ? DateOf(line) : null,
        };
    }

    private static Complaint RecordCall(Complaint c, CallRecorded fact, JournalLine line) => c with
    {
        SatisfiedByCall = fact.Satisfied,
        DraftCount = Math.Max(c.DraftCount, fact.ConfirmationDraft ?? 0),
        Draft = fact is { ConfirmationDraft: { } number, ConfirmationChannel: { } channel }
            ? new DraftAnswer(
                number,
                line.Actor.Name,
                channel,
                c.Draft is { State: DraftState.Approved } ? DraftState.Approved : DraftState.Draft,
                c.Draft is { State: DraftState.Approved } ? c.Draft.ApprovedOn : null)
            : c.Draft,
    };

    private static Complaint Escalate(Complaint c, Escalated fact) => c with
    {
        Status = Status.Acknowledged,
        Level = 2,
        Handler = fact.Handler,
        Level2RequestedOn = fact.On,
        Level2By = fact.Level2By,
        Draft = null,
        AcknowledgementLetterPending = false,
        SatisfiedByCall = false,
        Closure = null,
        ClosedOn = null,
        StatusBeforeClosing = null,
        SilentSince = null,
    };

    private static Complaint Correct(Complaint c, Corrected fact) => ComputeDates(c with
    {
        Kind = fact.Kind,
        ClientHasEmail = fact.ClientHasEmail,
        AcknowledgementQueued = c.AcknowledgementQueued || (fact.ClientHasEmail && c.Status == Status.Received),
        Product = fact.Product,
        SentOn = fact.SentOn,
        ReceivedOn = fact.ReceivedOn,
        WrittenOn = fact.WrittenOn,
    });

    private static Complaint ChangeTerms(Complaint c, Terms terms)
    {
        // A level-2 date that was extended is a promise of its own, and stays.
        DateOnly? level2By = c.Level2By == LevelTwoTerm(c.Terms) ? LevelTwoTerm(terms) : c.Level2By;
        return ComputeDates(c with { Terms = terms, Level2By = level2By });

        DateOnly? LevelTwoTerm(Terms under) => c.Level2RequestedOn is { } asked ? Delays.Add(asked, under.LevelTwo, under.Zone) : null;
    }

    /// <summary>Computes the dates anew. An extension that no longer lies after the date to answer extends nothing.</summary>
    private static Complaint ComputeDates(Complaint c)
    {
        DeadlineDates dates = Deadlines.Compute(c.Terms, c.SentOn, c.ReceivedOn, c.WrittenOn);
        return c with { Dates = dates, ExtendedTo = c.ExtendedTo > dates.RespondBy ? c.ExtendedTo : null };
    }

    private static Complaint CloseAs(Complaint c, Closure closure, DateOnly on) => c with
    {
        Status = Status.Closed,
        StatusBeforeClosing = c.Status,
        IsReopened = false,
        Closure = closure,
        ClosedOn = on,
        SilentSince = null,
    };

    /// <summary>Lines carry their instant with the firm's offset, so the date is the firm's.</summary>
    private static DateOnly DateOf(JournalLine line) => DateOnly.FromDateTime(line.At.DateTime);
}
