using MimeKit.Utils;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>When a mail was sent. The Date header is the sender's word; the Received headers (RFC 5321, 4.4) are those of the servers.</summary>
/// <param name="At">Never after the receipt.</param>
/// <param name="Basis">Where the instant comes from.</param>
/// <param name="Fault">Why the Date header was not taken; null when it was.</param>
public sealed record SentDate(DateTimeOffset At, SentDateBasis Basis, SentDateFault? Fault)
{
    /// <summary>Clocks of honest servers differ by minutes.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A mail may lie in an outbox or a queue for days (RFC 5321, 4.5.4.1: four to five); a laptop may be shut for the holidays.
    /// A Date further back than this is a clock that stands wrong, or a way to make the firm late.
    /// </summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromDays(30);

    /// <param name="dates">The Date headers, normally one.</param>
    /// <param name="received">The Received headers, the newest (topmost) first.</param>
    /// <param name="receivedAt">When it reached the firm's mailbox: the date that the mail server gave it, not that of a late reading.</param>
    public static SentDate Read(IEnumerable<string> dates, IEnumerable<string> received, DateTimeOffset receivedAt)
    {
        DateTimeOffset? handover = FirstHandover(received, receivedAt);
        (DateTimeOffset? date, SentDateFault? fault) = Check(dates, handover, receivedAt);
        return (date, handover) switch
        {
            ({ } sent, _) => new SentDate(Earlier(sent, receivedAt), SentDateBasis.DateHeader, null),
            (null, { } first) => new SentDate(Earlier(first, receivedAt), SentDateBasis.ReceivedHeader, fault),
            (null, null) => new SentDate(receivedAt, SentDateBasis.Receipt, fault),
        };
    }

    private static (DateTimeOffset? Date, SentDateFault? Fault) Check(IEnumerable<string> dates, DateTimeOffset? handover, DateTimeOffset receivedAt)
    {
        SentDateFault fault = SentDateFault.Missing;
        foreach (string text in dates)
        {
            if (!DateUtils.TryParse(text, out DateTimeOffset date))
            {
                fault = SentDateFault.Unreadable;
                continue;
            }

            DateTimeOffset known = handover ?? receivedAt;
            return date > receivedAt + Skew ? (null, SentDateFault.Future)
                : date > known + Skew ? (null, SentDateFault.AfterHandover)
                : date < known - LongestWay ? (null, SentDateFault.TooOld)
                : (date, null);
        }

        return (null, fault);
    }

    /// <summary>
    /// The oldest Received that hangs together with the newer ones: each server's is not after the next one's. What stands
    /// below the first that does not fit may be forged and is not believed.
    /// </summary>
    private static DateTimeOffset? FirstHandover(IEnumerable<string> received, DateTimeOffset receivedAt)
    {
        DateTimeOffset? first = null;
        foreach (string header in received)
        {
            int semicolon = header.LastIndexOf(';');
            if (semicolon < 0 || !DateUtils.TryParse(header[(semicolon + 1)..], out DateTimeOffset at))
            {
                continue;
            }

            if (at > (first ?? receivedAt) + Skew || at < receivedAt - LongestWay)
            {
                break;
            }

            first = at;
        }

        return first;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one <= other ? one : other;
}

/// <summary>Where the instant of sending comes from.</summary>
public enum SentDateBasis
{
    /// <summary>The sender's Date header.</summary>
    DateHeader,

    /// <summary>The first server that took the mail.</summary>
    ReceivedHeader,

    /// <summary>The receipt.</summary>
    Receipt,
}

/// <summary>Why a Date header was not taken.</summary>
public enum SentDateFault
{
    Missing,
    Unreadable,

    /// <summary>After the receipt.</summary>
    Future,

    /// <summary>After the first server had taken the mail.</summary>
    AfterHandover,

    /// <summary>More than thirty days before the first server took the mail.</summary>
    TooOld,
}
