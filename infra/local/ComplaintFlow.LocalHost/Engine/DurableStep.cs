using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>A step that the orchestrator waits for.</summary>
internal abstract class DurableStep
{
    /// <summary>Gives the result, as JSON.</summary>
    public abstract void Complete(string? json);

    public abstract void Fail(Exception exception);
}

/// <summary>A step with a result of a type.</summary>
internal sealed class DurableStep<T> : DurableStep
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(string? json)
    {
        try
        {
            _source.TrySetResult(Payload.Read<T>(json)!);
        }
        catch (Exception exception)
        {
            // JSON of another type, or a converter of the app that throws.
            _source.TrySetException(exception);
        }
    }

    public override void Fail(Exception exception) => _source.TrySetException(exception);

    /// <summary>Gives up waiting.</summary>
    /// <returns>False when the step was over already.</returns>
    public bool Cancel(CancellationToken token) => _source.TrySetCanceled(token);
}
