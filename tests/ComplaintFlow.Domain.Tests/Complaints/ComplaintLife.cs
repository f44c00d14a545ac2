using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>
/// One complaint on a virtual clock, lived as the app lives it: before each act time is let pass, each accepted fact is
/// folded and tells whom it tells, and <see cref="AdvanceTo"/> wakes at each wake-up that the domain asks for.
/// </summary>
internal sealed partial class ComplaintLife(string start = "2026-03-02 09:00")
{
    private readonly List<JournalLine> _journal = [];
    private readonly List<Mail> _mails = [];
    private Complaint? _complaint;

    public ProcedureVersion Procedure { get; init; } = TestFirm.Procedure;

    public StaffDirectory Directory { get; set; } = TestFirm.Directory;

    public DateTimeOffset Now { get; private set; } = TestFirm.Paris(start);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public Complaint Complaint => _complaint ?? throw new InvalidOperationException("Nothing was received.");

    public IReadOnlyList<JournalLine> Journal => _journal;

    public IReadOnlyList<Mail> Mails => _mails;

    public DecisionContext Context => new(Procedure, Directory, [.. _journal]);

    public DateTimeOffset? NextWakeUp => DueActs.NextWakeUp(Complaint, Context, Now);

    /// <summary>Asks without doing: what the domain would say now.</summary>
    public Decision Decide(Command command) => ComplaintDecider.Decide(_complaint, command, Context);

    /// <summary>Does it if the domain accepts, and says what came of it: <c>Drafted</c>, <c>done</c>, or the code of the refusal with its field.</summary>
    public string Try(Command command)
    {
        LetTimePass();
        Decision decision = Decide(command);
        foreach (Entry entry in decision is Decision.Accepted accepted ? accepted.Entries : [])
        {
            Append(entry, command.By);
        }

        return Outcome(decision);
    }

    /// <summary>Does what must be accepted.</summary>
    public ComplaintLife Do(Command command)
    {
        int lines = _journal.Count;
        string outcome = Try(command);
        Assert.True(_journal.Count > lines, $"{command.GetType().Name}: {outcome}");
        return this;
    }

    /// <summary>Lets the time of the firm pass until then, awake at each wake-up.</summary>
    public ComplaintLife AdvanceTo(string time)
    {
        DateTimeOffset target = TestFirm.Paris(time);
        while (NextWakeUp is { } wake && wake <= target)
        {
            Now = wake > Now ? Procedure.CivilTime.InZone(wake) : Now;
            LetTimePass();
        }

        return SleepUntil(time);
    }

    /// <summary>The program does not run until then, and starts again.</summary>
    public ComplaintLife SleepUntil(string time) => SleepUntil(TestFirm.Paris(time));

    public ComplaintLife SleepUntil(DateTimeOffset time)
    {
        Now = Procedure.CivilTime.InZone(time);
        LetTimePass();
        return this;
    }

    /// <summary>The mails of a kind, each <c>2026-03-14 00:00 manon</c>, in order.</summary>
    public IReadOnlyList<string> Told(MailKind kind) => [.. _mails.Where(mail => mail.Kind == kind).Select(mail => mail.ToString())];

    /// <summary>The mails of the present instant, each <c>progress client</c>, in order.</summary>
    public IReadOnlyList<string> ToldNow => [.. _mails.Where(mail => mail.At == Now).Select(mail => $"{WireName.Of(mail.Kind)} {mail.Name}")];

    public IEnumerable<T> Facts<T>()
        where T : ComplaintEvent => _journal.Select(line => line.Fact).OfType<T>();

    public static string Outcome(Decision decision) => decision switch
    {
        Decision.Accepted accepted => string.Join(", ", accepted.Entries.Select(entry => entry.Fact.GetType().Name)),
        Decision.AlreadyDone => "done",
        Decision.Refused { Refusal: { Kind: RefusalKind.Invalid } refusal } => $"{refusal.Code} {refusal.Field}",
        Decision.Refused refused => refused.Refusal.Code,
        _ => throw new InvalidOperationException("A decision is accepted, already done or refused."),
    };

    private void LetTimePass()
    {
        while (_complaint is { } complaint && DueActs.Due(complaint, Context, Now) is { Count: > 0 } due)
        {
            Append(new Entry(due[0]), Actor.System);
        }
    }

    private void Append(Entry entry, Actor actor)
    {
        JournalLine line = new(_journal.Count + 1, Now, actor, entry.Fact, entry.Private);
        DecisionContext context = Context;
        Complaint? before = _complaint;
        _journal.Add(line);
        _complaint = Evolution.Evolve(before, line);
        _mails.AddRange(Notices.Of(before, _complaint, line, context).Select(notice => new Mail(notice.Kind, notice.To, Now)));
    }
}
