using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>The route of each function as its trigger declares it, for spans: with <c>{token}</c> in it, never a token.</summary>
internal static class RouteNames
{
    private static readonly ConcurrentDictionary<string, string> Known = new();

    /// <summary><c>/c/{token}</c>; the function's name when it declares none.</summary>
    public static string Of(FunctionDefinition function) => Known.GetOrAdd(function.EntryPoint, Read, function.Name);

    private static string Read(string entryPoint, string name)
    {
        int dot = entryPoint.LastIndexOf('.');
        HttpTriggerAttribute? trigger = typeof(RouteNames).Assembly.GetType(entryPoint[..dot])?
            .GetMethod(entryPoint[(dot + 1)..])?.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(attribute => attribute is not null);
        return trigger is null ? name : $"/{trigger.Route ?? name}";
    }
}
