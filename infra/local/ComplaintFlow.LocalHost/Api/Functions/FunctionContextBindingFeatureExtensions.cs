using ComplaintFlow.LocalHost.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What middleware asks of a run.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result of the run, to read or replace.</summary>
    /// <exception cref="InvalidOperationException">The context is not one of this host.</exception>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        new(context as Invocation ?? throw new InvalidOperationException("The function context was not made by this host."));
}
