using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// Room in memory for raw mails: however many are brought at once, those being read and filed have 64 MB together, and the
/// others wait outside with their bytes still in the connection. First come, first served, so that a large one is not
/// overtaken for ever.
/// </summary>
public sealed class MailRoom
{
    /// <summary>Bytes; more than one mail may have (<see cref="BodyLimits.Mail"/>).</summary>
    public const long Size = 64 * 1024 * 1024;

    private readonly Lock _door = new();
    private readonly Queue<(TaskCompletionSource Turn, long Bytes)> _waiting = new();
    private long _free = Size;

    /// <summary>Returns once there is room for so many bytes, which the result gives back when it is disposed.</summary>
    /// <exception cref="OperationCanceledException">Whoever brought it went away.</exception>
    public async Task<MailPlace> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        long taken = Math.Min(bytes, Size);
        lock (_door)
        {
            _waiting.Enqueue((turn, taken));
            LetIn();
        }

        try
        {
            await using CancellationTokenRegistration leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
            await turn.Task;
            return new MailPlace(this, taken);
        }
        catch (OperationCanceledException)
        {
            Free(0);
            throw;
        }
    }

    /// <summary>Gives so many bytes back.</summary>
    internal void Free(long bytes)
    {
        lock (_door)
        {
            _free += bytes;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_waiting.TryPeek(out (TaskCompletionSource Turn, long Bytes) first) && (first.Turn.Task.IsCanceled || first.Bytes <= _free))
        {
            _waiting.Dequeue();
            _free -= first.Turn.TrySetResult() ? first.Bytes : 0;
        }
    }
}
