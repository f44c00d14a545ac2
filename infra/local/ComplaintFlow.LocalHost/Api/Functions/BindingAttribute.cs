namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What binds a parameter of a function to the outside.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class BindingAttribute : Attribute;
