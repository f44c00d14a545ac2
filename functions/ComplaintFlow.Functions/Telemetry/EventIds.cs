namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// The event ids of the program's log lines, each for one line and for good: who watches may count on them. Below 200; the
/// embedded host has those above.
/// </summary>
internal static class EventIds
{
    public const int NudgeLost = 1;
    public const int MailNotSent = 2;
    public const int DirectMailNotSent = 4;
    public const int DirectMailFailed = 5;
    public const int RequestBroken = 10;
    public const int PartBroken = 20;
    public const int MailboxMessageNotGiven = 30;
    public const int MailboxMessageFailed = 31;
    public const int MailboxFault = 32;
    public const int MailboxMended = 33;
    public const int DeadlineMissed = 40;
    public const int EffectFailed = 41;
    public const int IntakeFailed = 42;
    public const int ComplaintReceived = 43;
    public const int SweepDone = 44;
}
