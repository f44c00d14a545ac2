using ComplaintFlow.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// What an activity or a timer throws ends in the host's logs, an activity's also in the history of its orchestration:
/// it goes there without what may be of a person. Requests have their own guard; an orchestrator's exceptions belong to
/// the engine.
/// </summary>
public sealed class ScrubFailures : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.FunctionDefinition.Name == nameof(ComplaintOrchestrator) || context.GetHttpContext() is not null)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ScrubbedException.Of(exception);
        }
    }
}
