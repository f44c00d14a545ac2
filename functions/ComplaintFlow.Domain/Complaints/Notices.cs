namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// Who is told what (docs/glossary.md, "Who is told"): the mails that one journal line brings. One mail per recipient
/// and line: a manager who is also the handler gets one.
/// </summary>
public static class Notices
{
    /// <param name="before">The complaint before the line; null when the line opens it.</param>
    /// <param name="after">The complaint after the line.</param>
    public static IReadOnlyList<Notice> Of(Complaint? before, Complaint after, JournalLine line, DecisionContext context)
    {
        DateOnly today = context.DateOf(line.At);
        return
        [
            .. Told(before, after, line, context, today)
                .Where(told => told.To is { } to && (!to.IsClient || after.ClientHasEmail))
                .Select(told => new Notice(told.Kind, told.To!, line.Number))
                .DistinctBy(notice => (notice.Kind, notice.To.StaffEmail?.ToUpperInvariant())),
        ];
    }

    private static IEnumerable<(MailKind Kind, Recipient? To)> Told(
        Complaint? before, Complaint after, JournalLine line, DecisionContext context, DateOnly today)
    {
        Recipient client = Recipient.Client;
        Recipient handler = Recipient.Staff(context.HandlerMail(after, today));
        bool byClient = line.Actor.Kind == ActorKind.Client;
        return line.Fact switch
        {
            ComplaintReceived fact => OnReceipt(fact, handler),
            Corrected => OnCorrection(before!, after),
            Assigned => [(MailKind.Assignment, handler), (MailKind.Progress, client)],
            Submitted fact => [(MailKind.ApprovalRequest, Recipient.Staff(fact.Approver))],
            Returned => [(MailKind.Returned, Staff(context.Directory.PresentFor(after.Draft!.Author, today)?.Email ?? after.Draft.Author))],
            AnswerReleased { Channel: AnswerChannel.Email } => [(MailKind.Answer, client)],
            Extended => [(MailKind.Extension, client)],
            Escalated => [(MailKind.Level2Request, handler), (MailKind.Progress, client)],
            Transferred or MessageSent => [(MailKind.Progress, client)],
            MessageReceived => [(MailKind.ClientMessage, handler)],
            AttachmentAdded or Referred or CourtActionStarted when byClient => [(MailKind.ClientMessage, handler)],
            Closed fact => [(MailKind.Closed, client), (MailKind.ClientMessage, byClient && fact.Closure == Closure.Withdrawn ? handler : null)],
            MediatorDecided => [(MailKind.Closed, client)],
            Reminded fact => OnReminder(fact, handler, context, today),
            DeadlineMissed => [(MailKind.DeadlineMissed, Staff(context.Manager(today)))],
            MediatorInformed => [(MailKind.MediatorInformation, after.ClientHasEmail ? client : handler)],
            MailFailed fact when IsForClient(fact.Kind, after) => [(MailKind.DeliveryFailed, handler)],
            ResendRequested fact => [(fact.Kind, fact.To)],
            _ => [],
        };
    }

    private static IEnumerable<(MailKind Kind, Recipient? To)> OnReceipt(ComplaintReceived fact, Recipient handler)
    {
        yield return (MailKind.Acknowledgement, Recipient.Client);
        if (fact.WrittenOn is null)
        {
            yield return (MailKind.InvitationToWrite, Recipient.Client);
        }
        else if (fact.Channel is Channel.Phone or Channel.Counter)
        {
            yield return (MailKind.DatedCopy, Recipient.Client);
        }

        yield return (MailKind.Assignment, handler);
    }

    private static IEnumerable<(MailKind Kind, Recipient? To)> OnCorrection(Complaint before, Complaint after)
    {
        if (after.AcknowledgementQueued && !before.AcknowledgementQueued)
        {
            yield return (MailKind.Acknowledgement, Recipient.Client);
            yield return (MailKind.InvitationToWrite, after.IsOral ? Recipient.Client : null);
        }

        if (before.WrittenOn is null && after.WrittenOn is not null)
        {
            yield return (MailKind.DatedCopy, Recipient.Client);
        }
    }

    private static IEnumerable<(MailKind Kind, Recipient? To)> OnReminder(
        Reminded fact, Recipient handler, DecisionContext context, DateOnly today)
    {
        MailKind kind = fact.Deadline == DeadlineKind.Acknowledgement ? MailKind.AcknowledgementReminder : MailKind.ResponseReminder;
        yield return (kind, handler);
        yield return (kind, fact.ToManager ? Staff(context.Manager(today)) : null);
        yield return (kind, fact.ToDirector ? Staff(context.Director(today)) : null);
    }

    /// <summary>The kinds that clients get. The mediator's notice went to the handler where the client has no address.</summary>
    private static bool IsForClient(MailKind kind, Complaint complaint) =>
        kind is MailKind.Acknowledgement or MailKind.InvitationToWrite or MailKind.DatedCopy or MailKind.Extension
            or MailKind.Progress or MailKind.Answer or MailKind.Closed
        || (kind == MailKind.MediatorInformation && complaint.ClientHasEmail);

    private static Recipient? Staff(string? email) => email is null ? null : Recipient.Staff(email);
}
