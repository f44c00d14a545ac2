using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using Microsoft.Extensions.Logging;
using Facts = ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// The lines that somebody is woken by. Each begins with its name, which alert rules look for, whatever carries the line
/// (<c>infra/azure/signals.json</c> has the same names; docs/azure.md explains them). They name complaints and mails by
/// their ids, never a person.
/// </summary>
public sealed partial class Signals(ILogger<Signals> logger)
{
    /// <summary>A promised day passed.</summary>
    public const string DeadlineMissed = "deadline-missed";

    /// <summary>A mail was given up, or came back.</summary>
    public const string EffectFailed = "effect-failed";

    /// <summary>Something that may be a complaint could not be taken in; it is kept and tried again.</summary>
    public const string IntakeFailed = "intake-failed";

    /// <summary>A complaint came in: that they do not is a sign, too.</summary>
    public const string ComplaintReceived = "complaint-received";

    /// <summary>The sweep went through: that it does not is a sign, too.</summary>
    public const string SweepDone = "sweep-done";

    /// <summary>Tells what a change that is now stored has of it.</summary>
    public void Tell(ComplaintChange change)
    {
        foreach (JournalLine line in change.NewLines)
        {
            switch (line.Fact)
            {
                case Facts.DeadlineMissed missed:
                    LogDeadlineMissed(logger, change.Reference.Value, WireName.Of(missed.Deadline), missed.Date);
                    break;
                case Facts.MailFailed failed:
                    LogEffectFailed(logger, failed.Effect, change.Reference.Value, WireName.Of(failed.Kind));
                    break;
                case Facts.ComplaintReceived:
                    LogComplaintReceived(logger, change.Reference.Value);
                    break;
            }
        }
    }

    public void TellIntakeFailed(string hash, Exception exception) => LogIntakeFailed(logger, hash, ScrubbedException.Of(exception));

    public void TellSweepDone() => LogSweepDone(logger);

    [LoggerMessage(EventIds.DeadlineMissed, LogLevel.Warning, DeadlineMissed + ": {Reference}, {Deadline} by {Date:yyyy-MM-dd}")]
    private static partial void LogDeadlineMissed(ILogger logger, string reference, string deadline, DateOnly date);

    [LoggerMessage(EventIds.EffectFailed, LogLevel.Error, EffectFailed + ": mail {Effect} of {Reference} ({Kind})")]
    private static partial void LogEffectFailed(ILogger logger, Guid effect, string reference, string kind);

    [LoggerMessage(EventIds.IntakeFailed, LogLevel.Error, IntakeFailed + ": mail {Hash}; it is kept and tried again")]
    private static partial void LogIntakeFailed(ILogger logger, string hash, Exception exception);

    [LoggerMessage(EventIds.ComplaintReceived, LogLevel.Information, ComplaintReceived + ": {Reference}")]
    private static partial void LogComplaintReceived(ILogger logger, string reference);

    [LoggerMessage(EventIds.SweepDone, LogLevel.Information, SweepDone)]
    private static partial void LogSweepDone(ILogger logger);
}
