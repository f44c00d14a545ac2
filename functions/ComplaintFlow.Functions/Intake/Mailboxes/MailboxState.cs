namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>A mailbox that could not be read the last time.</summary>
/// <param name="Failures">Readings that failed since the last that did not.</param>
/// <param name="Since">The first of them.</param>
/// <param name="NextTry">When it is tried again.</param>
/// <param name="Fault">French, one line.</param>
/// <param name="ToldOn">The civil date on which the manager last heard of it; null before.</param>
public sealed record MailboxState(int Failures, DateTimeOffset Since, DateTimeOffset NextTry, string Fault, DateOnly? ToldOn)
{
    /// <summary>A server that is started anew, or a line that drops for a moment, is nobody's business.</summary>
    private const int Noticeable = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    public bool IsNoticeable => Failures >= Noticeable;

    /// <summary>After another failure: the pause doubles each time, since servers lock out whoever keeps coming with a wrong password.</summary>
    public static MailboxState After(MailboxState? before, string fault, DateTimeOffset now)
    {
        int failures = (before?.Failures ?? 0) + 1;
        TimeSpan pause = TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, Math.Min(failures, 10) - 1)));
        return new MailboxState(failures, before?.Since ?? now, now + pause, fault, before?.ToldOn);
    }
}
