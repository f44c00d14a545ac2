using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>What somebody wants done to a complaint: who, and when. The hierarchy is closed.</summary>
public abstract record Command(Actor By, DateTimeOffset At);

/// <summary>Opens a complaint. <paramref name="Regime"/> null: the default of the procedure; dates null: today, as the contract says.</summary>
public sealed record Receive(
    Actor By,
    DateTimeOffset At,
    Channel Channel,
    Language Language,
    Complainant Complainant,
    Representative? Representative,
    string Subject,
    string Description,
    string? Contract,
    string? Product,
    DateOnly? SentOn,
    DateOnly? ReceivedOn,
    DateOnly? WrittenOn,
    string? Regime,
    MailFrame? Mail = null) : Command(By, At);

public sealed record Assign(Actor By, DateTimeOffset At, string To, string? Reason) : Command(By, At);

public sealed record Acknowledge(Actor By, DateTimeOffset At, AnswerChannel Channel, DateOnly? On) : Command(By, At);

public sealed record Draft(Actor By, DateTimeOffset At, string Text, AnswerChannel Channel) : Command(By, At);

/// <summary>Asks for approval. <paramref name="Answer"/> is the whole answer as it would leave, needed when no approval is asked for.</summary>
public sealed record Submit(Actor By, DateTimeOffset At, AnswerDocument? Answer) : Command(By, At);

/// <summary><paramref name="DraftNumber"/> null: the current draft; otherwise the draft that the approver's link names.</summary>
public sealed record Approve(Actor By, DateTimeOffset At, int? DraftNumber, string? Comment, AnswerDocument? Answer) : Command(By, At);

public sealed record Return(Actor By, DateTimeOffset At, int? DraftNumber, string Comment) : Command(By, At);

public sealed record RecordSent(Actor By, DateTimeOffset At, DateOnly On) : Command(By, At);

public sealed record RecordCall(Actor By, DateTimeOffset At, string Summary, bool Satisfied, AnswerDocument? Answer) : Command(By, At);

public sealed record Extend(Actor By, DateTimeOffset At, string Reason, DateOnly Until) : Command(By, At);

public sealed record Escalate(Actor By, DateTimeOffset At, string? Reason) : Command(By, At);

public sealed record Refer(Actor By, DateTimeOffset At, DateOnly On, string? MediatorReference) : Command(By, At);

public sealed record RecordMediatorOutcome(Actor By, DateTimeOffset At, MediationOutcome Outcome, DateOnly On) : Command(By, At);

public sealed record RecordCourtAction(Actor By, DateTimeOffset At, DateOnly On) : Command(By, At);

public sealed record Transfer(Actor By, DateTimeOffset At, string To, DateOnly On, string Reason) : Command(By, At);

public sealed record Note(Actor By, DateTimeOffset At, string Text) : Command(By, At);

/// <summary>A message to the client from staff, or to the firm from the client.</summary>
public sealed record Message(Actor By, DateTimeOffset At, string Text, MailFrame? Mail = null) : Command(By, At);

public sealed record Attach(Actor By, DateTimeOffset At, string Id, string FileName, string ContentType, long Size, string Sha256)
    : Command(By, At);

/// <summary>Corrects what was entered; null means unchanged.</summary>
public sealed record Correct(
    Actor By,
    DateTimeOffset At,
    Complainant? Complainant,
    string? Contract,
    string? Product,
    DateOnly? SentOn,
    DateOnly? ReceivedOn,
    DateOnly? WrittenOn) : Command(By, At);

public sealed record Classify(Actor By, DateTimeOffset At, string? Product, string Reason, string? RootCause, string? Redress)
    : Command(By, At);

/// <summary>Sends a mail again; the caller looks the effect up and says what it was, null when there is none of that id.</summary>
public sealed record Resend(Actor By, DateTimeOffset At, Guid Effect, MailKind? Kind, Recipient? To) : Command(By, At);

public sealed record Merge(Actor By, DateTimeOffset At, string Into) : Command(By, At);

/// <summary>The other side of <see cref="Merge"/>, on the complaint that goes on.</summary>
public sealed record Absorb(Actor By, DateTimeOffset At, string From) : Command(By, At);

public sealed record ChangeProcedure(Actor By, DateTimeOffset At, string Regime, string Reason) : Command(By, At);

public sealed record Hold(Actor By, DateTimeOffset At, string Reason) : Command(By, At);

public sealed record Release(Actor By, DateTimeOffset At, string Reason) : Command(By, At);

public sealed record Requalify(Actor By, DateTimeOffset At, string Reason) : Command(By, At);

public sealed record Withdraw(Actor By, DateTimeOffset At, string? Reason) : Command(By, At);

public sealed record Close(Actor By, DateTimeOffset At, string Reason) : Command(By, At);

public sealed record Reopen(Actor By, DateTimeOffset At, string Reason) : Command(By, At);

/// <summary>The program sent a mail of the outbox.</summary>
/// <param name="ProvenAt">
/// The instant from which it counts as having arrived unless its failure is known by then; null when only a report can tell.
/// </param>
public sealed record RecordMailSent(DateTimeOffset At, Guid Effect, MailKind Kind, Recipient To, DateTimeOffset? ProvenAt = null)
    : Command(Actor.System, At);

/// <summary>A report says that a mail reached its recipient's server.</summary>
public sealed record RecordMailDelivered(DateTimeOffset At, Guid Effect, MailKind Kind, Recipient To) : Command(Actor.System, At);

/// <summary>The program gave up on a mail of the outbox, or one that had left came back.</summary>
/// <param name="Reason">What the other side said, for the handler.</param>
public sealed record RecordMailFailed(DateTimeOffset At, Guid Effect, MailKind Kind, Recipient To, string? Reason = null) : Command(Actor.System, At);
