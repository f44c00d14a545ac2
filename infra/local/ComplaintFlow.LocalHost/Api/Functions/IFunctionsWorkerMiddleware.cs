namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step around every function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs the step; <paramref name="next"/> is the rest of the pipeline and throws what the function threw.</summary>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
