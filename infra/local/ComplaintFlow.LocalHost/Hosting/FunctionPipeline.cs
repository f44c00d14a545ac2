using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The middleware around every function, outermost first as registered, and the function inside.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _steps = [];
    private FunctionExecutionDelegate? _run;

    /// <summary>Whether HTTP functions are served.</summary>
    public bool HasWebApplication { get; private set; }

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => _steps.Add(step);

    /// <summary>From here on middleware sees the HTTP context.</summary>
    public void UseWebApplication()
    {
        HasWebApplication = true;
        Use(next => context =>
        {
            if (context is Invocation { Http: { } http })
            {
                context.Items[FunctionContextExtensions.HttpContextKey] = http;
            }

            return next(context);
        });
    }

    /// <summary>Runs a function with all its middleware.</summary>
    public Task RunAsync(Invocation invocation) => (_run ??= Build())(invocation);

    private FunctionExecutionDelegate Build() => Enumerable.Reverse(_steps).Aggregate(
        (FunctionExecutionDelegate)(static context => ((Invocation)context).Function.RunAsync((Invocation)context).AsTask()),
        static (next, step) => step(next));
}
