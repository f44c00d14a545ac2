namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; a middleware may put something else in its place.</summary>
public class InvocationResult
{
    private readonly ComplaintFlow.LocalHost.Hosting.Invocation _invocation;

    internal InvocationResult(ComplaintFlow.LocalHost.Hosting.Invocation invocation)
    {
        _invocation = invocation;
    }

    /// <summary>The result; null when there is none (yet).</summary>
    public object? Value
    {
        get => _invocation.Result;
        set => _invocation.Result = value;
    }
}
