using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>
/// Answers requests with HTTP functions, in the alphabetical order of their names. What no function takes is an empty
/// 404, outside the middleware; what it lets through is an empty 500.
/// </summary>
internal sealed partial class HttpFunctions(FunctionRoutes routes, FunctionPipeline pipeline, Underway underway, ILogger<HttpFunctions> logger)
{
    public async Task AnswerAsync(HttpContext http)
    {
        foreach (HttpRoute route in routes.All)
        {
            if (route.Match(http) is { } values)
            {
                using Underway.Lease lease = underway.Enter();
                underway.Work(lease);
                await RunAsync(http, route.Function, values);
                return;
            }
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task RunAsync(HttpContext http, Function function, RouteValueDictionary values)
    {
        http.Request.RouteValues = values;
        Invocation invocation = new(function, http.RequestServices, http.RequestAborted) { Http = http, Route = values };
        try
        {
            await pipeline.RunAsync(invocation);
            await WriteAsync(http, invocation.Result);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception exception)
        {
            LogFailed(logger, function.Name, exception);
            if (http.Response.HasStarted)
            {
                http.Abort();
            }
            else
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    private static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null => Task.CompletedTask,
        IResult answer => answer.ExecuteAsync(http),
        string text => http.Response.WriteAsync(text, http.RequestAborted),
        _ => http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted),
    };

    [LoggerMessage(301, LogLevel.Error, "Function {Function} failed.")]
    private static partial void LogFailed(ILogger logger, string function, Exception exception);
}
