using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>A function found in the application's assembly.</summary>
internal sealed class Function(string name, MethodInfo method, TriggerBindingAttribute trigger) : FunctionDefinition
{
    private readonly FunctionBody _body = new(method);

    public TriggerBindingAttribute Trigger => trigger;

    public override string PathToAssembly => method.Module.FullyQualifiedName;

    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;

    /// <summary>The name under which orchestrations call it.</summary>
    public string TaskName => trigger switch
    {
        OrchestrationTriggerAttribute { Orchestration: { } other } => other,
        ActivityTriggerAttribute { Activity: { } other } => other,
        _ => name,
    };

    /// <summary>The parameters that nothing binds.</summary>
    public IEnumerable<ParameterInfo> Unbound => _body.Unbound;

    /// <summary>Runs the method and puts what it returns into <see cref="Invocation.Result"/>.</summary>
    public ValueTask RunAsync(Invocation invocation) => _body.RunAsync(invocation);
}
