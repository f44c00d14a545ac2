namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of one function.</summary>
public abstract class FunctionContext
{
    /// <summary>The run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function, the same in every run.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this run; scoped ones live as long as it.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function hand each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the host tells about this run.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Asks the run to end: the caller has gone, or the host stops.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;
}
