using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// A fact of a complaint's life, without personal data. The hierarchy is closed; its names on the wire stand in one map
/// beside the storage. Dates are civil dates of the firm.
/// </summary>
public abstract record ComplaintEvent
{
    private protected ComplaintEvent()
    {
    }
}

public sealed record ComplaintReceived(
    Channel Channel,
    Language Language,
    ComplainantKind Kind,
    bool ClientHasEmail,
    string? Product,
    string Handler,
    Terms Terms,
    DateOnly SentOn,
    DateOnly ReceivedOn,
    DateOnly? WrittenOn,
    DateOnly EnteredOn) : ComplaintEvent;

/// <summary>An acknowledgement by letter is ready to print; it counts from the day it leaves.</summary>
public sealed record AcknowledgementPrepared : ComplaintEvent;

public sealed record Acknowledged(AnswerChannel By, DateOnly On) : ComplaintEvent;

/// <summary>The mail that acknowledged it never arrived: it is still to be acknowledged.</summary>
public sealed record AcknowledgementUndone : ComplaintEvent;

public sealed record Assigned(string To) : ComplaintEvent;

public sealed record Drafted(int Number, string Author, AnswerChannel Channel) : ComplaintEvent;

public sealed record Submitted(int Draft, string Approver) : ComplaintEvent;

public sealed record Returned(int Draft) : ComplaintEvent;

/// <summary>
/// The draft may leave. <paramref name="Approver"/> is null when the procedure asks for no approval;
/// <paramref name="WaiverReason"/> is then the reason that the procedure gives.
/// </summary>
public sealed record Approved(int Draft, string? Approver, string? WaiverReason = null) : ComplaintEvent;

/// <summary>The written answer has left the firm on that date.</summary>
public sealed record AnswerReleased(int Draft, AnswerChannel Channel, DateOnly On) : ComplaintEvent;

/// <summary>An answer given by telephone. <paramref name="ConfirmationDraft"/> is the written confirmation to release.</summary>
public sealed record CallRecorded(bool Satisfied, int? ConfirmationDraft, AnswerChannel? ConfirmationChannel) : ComplaintEvent;

public sealed record Extended(DateOnly Until) : ComplaintEvent;

public sealed record Escalated(string Handler, DateOnly On, DateOnly Level2By) : ComplaintEvent;

public sealed record Referred(DateOnly On) : ComplaintEvent;

public sealed record MediatorDecided(MediationOutcome Outcome, DateOnly On) : ComplaintEvent;

public sealed record CourtActionStarted(DateOnly On) : ComplaintEvent;

public sealed record Transferred(DateOnly On) : ComplaintEvent;

public sealed record NoteAdded : ComplaintEvent;

/// <summary>The firm's message to the client.</summary>
public sealed record MessageSent : ComplaintEvent;

/// <summary>The client's message to the firm.</summary>
public sealed record MessageReceived : ComplaintEvent;

public sealed record AttachmentAdded(string Id, string ContentType, long Size, string Sha256) : ComplaintEvent;

public sealed record Corrected(
    ComplainantKind Kind,
    bool ClientHasEmail,
    string? Product,
    DateOnly SentOn,
    DateOnly ReceivedOn,
    DateOnly? WrittenOn) : ComplaintEvent;

public sealed record Classified(string? Product, string Reason, string? RootCause, string? Redress) : ComplaintEvent;

/// <summary>Another complaint was merged into this one.</summary>
public sealed record Absorbed(string From) : ComplaintEvent;

public sealed record Closed(Closure Closure, DateOnly On, string? Into = null) : ComplaintEvent;

public sealed record Reopened : ComplaintEvent;

public sealed record HoldPlaced : ComplaintEvent;

public sealed record HoldReleased : ComplaintEvent;

/// <summary>
/// Another regime applies: the terms and the dates that follow from them, before and after. <paramref name="ExtendedTo"/> is
/// what is left of an extension: none when the new regime answers later, or does not allow one that long.
/// </summary>
public sealed record ProcedureChanged(
    Terms Terms,
    DeadlineDates? Dates = null,
    DateOnly? ExtendedTo = null,
    Terms? FormerTerms = null,
    DeadlineDates? FormerDates = null,
    DateOnly? FormerExtendedTo = null) : ComplaintEvent;

/// <summary>A reminder became due. <paramref name="On"/> is its civil date.</summary>
public sealed record Reminded(DeadlineKind Deadline, DateOnly On, bool ToManager, bool ToDirector) : ComplaintEvent;

/// <summary>The end of <paramref name="Date"/> passed without what was promised.</summary>
public sealed record DeadlineMissed(DeadlineKind Deadline, DateOnly Date) : ComplaintEvent;

/// <summary>Two months have passed without an answer: the client is told of the mediator.</summary>
public sealed record MediatorInformed(DateOnly On) : ComplaintEvent;

/// <summary>A mail left.</summary>
/// <param name="ProvenAt">
/// The instant from which it counts as having arrived unless its failure is known by then; null when only a report can tell.
/// </param>
public sealed record MailSent(Guid Effect, MailKind Kind, DateTimeOffset? ProvenAt = null) : ComplaintEvent;

/// <summary>A mail reached its recipient's server.</summary>
public sealed record MailDelivered(Guid Effect, MailKind Kind) : ComplaintEvent;

public sealed record MailFailed(Guid Effect, MailKind Kind) : ComplaintEvent;

public sealed record ResendRequested(Guid Effect, MailKind Kind, Recipient To) : ComplaintEvent;
