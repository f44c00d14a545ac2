using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The functions of an assembly, and what is wrong with them.</summary>
internal sealed class FunctionCatalogue
{
    private readonly Dictionary<string, Function> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Function> _activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    public FunctionCatalogue(Assembly assembly)
    {
        Functions = [.. assembly.GetTypes().SelectMany(Methods).OfType<Function>().OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        foreach (Function function in Functions)
        {
            _faults.AddRange(function.Unbound.Select(parameter =>
                $"{function.Name} : le paramètre « {parameter.Name} » n'est lié à rien."));
            Add(function);
        }

        _faults.AddRange(Functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} : plusieurs fonctions portent ce nom."));
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Function> Functions { get; }

    public IReadOnlyList<string> Faults => _faults;

    public Function? Orchestrator(string name) => _orchestrators.GetValueOrDefault(name);

    public Function? Activity(string name) => _activities.GetValueOrDefault(name);

    /// <summary>The functions with the given trigger.</summary>
    public IEnumerable<(Function Function, T Trigger)> TriggeredBy<T>()
        where T : TriggerBindingAttribute => Functions.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    private void Add(Function function)
    {
        Dictionary<string, Function>? called = function.Trigger switch
        {
            OrchestrationTriggerAttribute => _orchestrators,
            ActivityTriggerAttribute => _activities,
            _ => null,
        };
        called?.TryAdd(function.TaskName, function);
    }

    private IEnumerable<Function?> Methods(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(Found);

    private Function? Found(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute)
        {
            return null;
        }

        TriggerBindingAttribute[] triggers = [.. method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>())];
        if (triggers is [TriggerBindingAttribute trigger])
        {
            return new Function(attribute.Name, method, trigger);
        }

        _faults.Add($"{attribute.Name} : il faut un déclencheur et un seul, il y en a {triggers.Length}.");
        return null;
    }
}
