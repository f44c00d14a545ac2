namespace ComplaintFlow.Functions.Telemetry;

/// <summary>The names of metrics (docs/telemetry.md), the same in the workbook and the dashboard of <c>infra/</c>.</summary>
public static class MetricNames
{
    /// <summary>The meter of all of them.</summary>
    public const string Meter = "ComplaintFlow";

    /// <summary>Complaints that came in, by <see cref="Tags.Channel"/>.</summary>
    public const string Received = "complaintflow.complaints.received";

    /// <summary>Complaints that were acknowledged, by <see cref="Tags.InTime"/>.</summary>
    public const string Acknowledged = "complaintflow.complaints.acknowledged";

    /// <summary>Written answers that left, by <see cref="Tags.InTime"/> and <see cref="Tags.Level"/>.</summary>
    public const string Answered = "complaintflow.complaints.answered";

    /// <summary>Promised days that passed, by <see cref="Tags.Deadline"/>.</summary>
    public const string Missed = "complaintflow.deadlines.missed";

    /// <summary>Open complaints that something is still due for, by <see cref="Tags.Age"/>.</summary>
    public const string Open = "complaintflow.complaints.open";

    /// <summary>Mails that have waited for more than two minutes.</summary>
    public const string EffectsPending = "complaintflow.effects.pending";

    /// <summary>How long the oldest of those has waited, in seconds; 0 when there is none.</summary>
    public const string OldestPending = "complaintflow.effects.oldest_pending.age";

    /// <summary>From the arrival of a mail at the firm until it is filed, in seconds, by <see cref="Tags.Outcome"/>.</summary>
    public const string IntakeLag = "complaintflow.intake.lag";

    /// <summary>Attempts to send a mail, by <see cref="Tags.MailKind"/> and <see cref="Tags.Outcome"/>.</summary>
    public const string Mails = "complaintflow.mails.sent";

    /// <summary>The unit of what is measured in seconds.</summary>
    public const string Seconds = "s";
}
