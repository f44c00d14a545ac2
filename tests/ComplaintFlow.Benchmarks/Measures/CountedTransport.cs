using System.Diagnostics;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Counts the mails that the transport inside has taken.</summary>
internal sealed class CountedTransport(IMailTransport inner) : IMailTransport
{
    private int _count;
    private long _lastAt;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The timestamp of the last one.</summary>
    public long LastAt => Interlocked.Read(ref _lastAt);

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        SendOutcome outcome = await inner.SendAsync(mail, cancellationToken);
        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _lastAt, Stopwatch.GetTimestamp());
        return outcome;
    }

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
}
