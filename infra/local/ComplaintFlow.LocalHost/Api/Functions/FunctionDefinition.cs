namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function of the application.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The path of the assembly that holds it.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Its method: <c>Namespace.Type.Method</c>.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Its id, the same at every start.</summary>
    public abstract string Id { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }
}
