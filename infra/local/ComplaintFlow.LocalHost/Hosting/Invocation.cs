using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>One run of one function.</summary>
/// <param name="function">The function.</param>
/// <param name="services">The services of the run.</param>
/// <param name="cancellationToken">Asks the run to end.</param>
internal sealed class Invocation(Function function, IServiceProvider services, CancellationToken cancellationToken)
    : FunctionContext
{
    private InvocationFeatures? _features;
    private string? _id;

    public Function Function { get; } = function;

    /// <summary>What the trigger hands over: an orchestration context, the JSON of an activity's input, a timer's state.</summary>
    public object? Trigger { get; init; }

    /// <summary>The request, whether middleware sees it yet or not.</summary>
    public HttpContext? Http { get; init; }

    public RouteValueDictionary? Route { get; init; }

    public object? Result { get; set; }

    public override string InvocationId => _id ??= new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    public override string FunctionId => Function.Id;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;
}
