namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function; its name is unique, whatever the case, within the application.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name of the function.</summary>
    public string Name { get; } = name;
}
