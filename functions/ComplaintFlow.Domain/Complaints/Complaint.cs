using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// A complaint as its facts make it: the fold of its journal (<see cref="Evolution"/>), without personal data.
/// Dates are civil dates of the firm.
/// </summary>
public sealed record Complaint
{
    /// <summary>The number of the last journal line; grows with every change.</summary>
    public required int Version { get; init; }

    public required Status Status { get; init; }

    /// <summary>1 the usual contact, 2 the complaints manager, 3 the mediator.</summary>
    public required int Level { get; init; }

    public required Channel Channel { get; init; }

    public required Language Language { get; init; }

    public required ComplainantKind Kind { get; init; }

    /// <summary>Whether mails can reach the client (or the representative).</summary>
    public required bool ClientHasEmail { get; init; }

    public required string? Product { get; init; }

    /// <summary>The address of the person who treats it now.</summary>
    public required string Handler { get; init; }

    /// <summary>Who treated it at level 1: never the one of level 2.</summary>
    public required string LevelOneHandler { get; init; }

    public required Terms Terms { get; init; }

    public required DateOnly SentOn { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>When it was first put in writing; empty for an oral complaint until then.</summary>
    public required DateOnly? WrittenOn { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Computed from the dates above and the <see cref="Terms"/>.</summary>
    public required DeadlineDates Dates { get; init; }

    public DateOnly? ExtendedTo { get; init; }

    public DateOnly? Level2RequestedOn { get; init; }

    public DateOnly? Level2By { get; init; }

    /// <summary>Whether the automatic acknowledgement was put in the outbox: once per complaint.</summary>
    public bool AcknowledgementQueued { get; init; }

    public bool AcknowledgementLetterPending { get; init; }

    public DateOnly? AcknowledgedOn { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The mail by which it was acknowledged; null for a letter, a call, or one that is still to come.</summary>
    public Guid? AcknowledgedByMail { get; init; }

    /// <summary>From when the acknowledgement by mail counts as arrived: an instant to come while it may still come back.</summary>
    public DateTimeOffset? AcknowledgementProvenAt { get; init; }

    /// <summary>Whether the mail that acknowledged it came back, too late for a letter to make up for it.</summary>
    public bool AcknowledgementReturned { get; init; }

    /// <summary>The latest draft, whatever its state.</summary>
    public DraftAnswer? Draft { get; init; }

    /// <summary>How many drafts were ever numbered.</summary>
    public int DraftCount { get; init; }

    /// <summary>The written answers that left, oldest first.</summary>
    public IReadOnlyList<ReleasedAnswer> Answers { get; init; } = [];

    /// <summary>An oral complaint whose author said on the telephone that it is settled.</summary>
    public bool SatisfiedByCall { get; init; }

    public DateOnly? ReferredOn { get; init; }

    public DateOnly? CourtActionOn { get; init; }

    public bool MediatorInformed { get; init; }

    public Closure? Closure { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Where it goes back to when reopened.</summary>
    public Status? StatusBeforeClosing { get; init; }

    /// <summary>Reopened since it was last closed.</summary>
    public bool IsReopened { get; init; }

    /// <summary>The reference into which it was merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Blocks erasure (litigation, mediation).</summary>
    public bool OnHold { get; init; }

    /// <summary>The civil date of the last reminder of each deadline.</summary>
    public IReadOnlyDictionary<DeadlineKind, DateOnly> LastReminders { get; init; } = new Dictionary<DeadlineKind, DateOnly>();

    public IReadOnlyList<DeadlineMissed> Misses { get; init; } = [];

    /// <summary>The day of the firm's last word to the client (an answer, then messages), while the client has not spoken since.</summary>
    public DateOnly? SilentSince { get; init; }

    public IReadOnlyList<AttachmentAdded> Attachments { get; init; } = [];

    public Classified? Classification { get; init; }

    /// <summary>Oral: received by telephone or at the counter and not yet in writing.</summary>
    public bool IsOral => WrittenOn is null;

    /// <summary>In writing from the day it was sent: by web, e-mail or letter, unless another day was entered.</summary>
    internal bool IsWrittenAsSent => Channel is Channel.Web or Channel.Email or Channel.Letter && WrittenOn == SentOn;

    public bool IsOpen => Status != Status.Closed;

    /// <summary>The last day to answer at level 1, the extension included.</summary>
    public DateOnly RespondByExtended => ExtendedTo ?? Dates.RespondBy;

    /// <summary>The answer that the present level still owes: none yet released at this level.</summary>
    public bool OwesAnswer => IsOpen && Level switch
    {
        1 => Answers.Count == 0,
        2 => !Answers.Any(answer => answer.Level == 2),
        _ => false,
    };

    /// <summary>Before its answer: acknowledged if it ever was, else received.</summary>
    internal Status BeforeApproval => Level > 1 || AcknowledgedOn is not null ? Status.Acknowledged : Status.Received;
}

/// <summary>The state of a draft answer.</summary>
public enum DraftState
{
    Draft,
    Submitted,
    Returned,

    /// <summary>Approved; a letter waits for the day it leaves, a telephone answer for its call.</summary>
    Approved,
    Released,
}

/// <summary>A draft answer without its text. Numbers count from 1 within a complaint.</summary>
public sealed record DraftAnswer(int Number, string Author, AnswerChannel Channel, DraftState State, DateOnly? ApprovedOn = null);

/// <summary>A written answer that left the firm.</summary>
public sealed record ReleasedAnswer(int Draft, AnswerChannel Channel, DateOnly On, int Level);
