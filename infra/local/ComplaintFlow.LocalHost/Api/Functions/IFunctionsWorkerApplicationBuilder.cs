using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Builds the pipeline around the functions.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a step inside those added before.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
