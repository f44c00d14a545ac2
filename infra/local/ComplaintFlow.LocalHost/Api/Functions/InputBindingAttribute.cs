namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>A binding that gives the function something to work with.</summary>
public abstract class InputBindingAttribute : BindingAttribute;
