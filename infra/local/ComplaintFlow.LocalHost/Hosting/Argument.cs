using System.Globalization;
using System.Reflection;
using ComplaintFlow.LocalHost.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Where the arguments of a function come from.</summary>
internal static class Argument
{
    /// <summary>The source of a parameter's argument; null when there is none.</summary>
    public static Func<Invocation, object?>? For(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
        {
            return static invocation => invocation;
        }

        if (type == typeof(CancellationToken))
        {
            return static invocation => invocation.CancellationToken;
        }

        if (type == typeof(DurableTaskClient))
        {
            return static invocation => invocation.InstanceServices.GetRequiredService<DurableTaskClient>();
        }

        if (type == typeof(TimerInfo) || type == typeof(TaskOrchestrationContext))
        {
            return static invocation => invocation.Trigger;
        }

        return Trigger(parameter) switch
        {
            HttpTriggerAttribute => FromRequest(parameter),
            OrchestrationTriggerAttribute => invocation => ((OrchestrationContext)invocation.Trigger!).GetInput(type),
            ActivityTriggerAttribute => FromActivity(parameter),
            _ => null,
        };
    }

    private static Attribute? Trigger(ParameterInfo parameter) => ((MethodInfo)parameter.Member).GetParameters()
        .SelectMany(other => other.GetCustomAttributes())
        .FirstOrDefault(attribute => attribute is HttpTriggerAttribute or OrchestrationTriggerAttribute or ActivityTriggerAttribute);

    private static Func<Invocation, object?>? FromActivity(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(TaskActivityContext))
        {
            return static invocation => invocation.Trigger;
        }

        return parameter.IsDefined(typeof(ActivityTriggerAttribute))
            ? invocation => Payload.Read(((ActivityCall)invocation.Trigger!).Input, type)
            : null;
    }

    private static Func<Invocation, object?>? FromRequest(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(HttpRequest))
        {
            return static invocation => invocation.Http!.Request;
        }

        if (type == typeof(HttpContext))
        {
            return static invocation => invocation.Http;
        }

        string name = parameter.Name!;
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        return target == typeof(string)
            ? invocation => invocation.Route!.TryGetValue(name, out object? value) ? value : null
            : typeof(IConvertible).IsAssignableFrom(target)
                ? invocation => invocation.Route!.TryGetValue(name, out object? value) && value is not null
                    ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
                    : null
                : null;
    }
}
