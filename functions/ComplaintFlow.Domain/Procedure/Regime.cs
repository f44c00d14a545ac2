namespace ComplaintFlow.Domain.Procedure;

/// <summary>
/// The delays and reminders for one kind of complaint (insurance, payment services). A complaint is treated under one
/// regime, named in the <c>procedure</c> field of the contract, and keeps its delays (<see cref="Terms"/>) even when the file changes.
/// </summary>
public sealed record Regime
{
    /// <summary>The name on the wire, lower case with dashes: <c>insurance</c>, <c>payment-services</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people read, in French and in English.</summary>
    public required Wording Title { get; init; }

    public ClockStart ClockStart { get; init; } = ClockStart.Receipt;

    public Delay Acknowledge { get; init; } = new(10, DelayUnit.WorkingDays);

    public Delay Respond { get; init; } = new(2, DelayUnit.Months);

    /// <summary>From the level-2 request, for the level-2 answer.</summary>
    public Delay LevelTwo { get; init; } = new(2, DelayUnit.Months);

    /// <summary>The longest that an extension may last, counted like <see cref="Respond"/> from the clock's start; none: no limit.</summary>
    public Delay? LongestExtension { get; init; }

    /// <summary>Working days after the clock's start at which the handler is reminded to acknowledge.</summary>
    public IReadOnlyList<int> AcknowledgementReminders { get; init; } = [5, 8];

    /// <summary>Calendar days after the clock's start at which the handler is reminded to answer.</summary>
    public IReadOnlyList<int> ResponseReminders { get; init; } = [30, 45, 55];

    /// <summary>The day from which (inclusive) response reminders go to the manager too.</summary>
    public int ManagerFromDay { get; init; } = 45;

    /// <summary>Days without a word from the client after an answer, then closed as <c>no-follow-up</c>.</summary>
    public int NoFollowUpDays { get; init; } = 60;

    public Approval LevelOneApproval { get; init; } = new(ApproverRole.Manager);

    public Approval LevelTwoApproval { get; init; } = new(ApproverRole.Director);

    public Approval ApprovalAt(int level) => level >= 2 ? LevelTwoApproval : LevelOneApproval;
}
