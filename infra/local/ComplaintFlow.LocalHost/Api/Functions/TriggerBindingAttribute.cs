namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The binding that starts the function; each function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
