using System.Diagnostics;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// A span around each request and each run of a timer. The header <c>traceparent</c> joins it to whoever asks: the real
/// host sets it, and so may any client. Turns and mails begin their own spans, since only their rows say what
/// they belong to; an orchestrator runs again and again and has none.
/// </summary>
public sealed class TraceInvocation : IFunctionsWorkerMiddleware
{
    private const string TraceParent = "traceparent";
    private static readonly HashSet<string> WithoutSpan = [nameof(ComplaintOrchestrator), nameof(TakeTurn), nameof(CarryOut)];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        !Spans.AreHeard || WithoutSpan.Contains(context.FunctionDefinition.Name) ? next(context)
        : context.GetHttpContext() is { } http ? AnswerAsync(context, http, next)
        : RunAsync(context, next);

    private static async Task AnswerAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        string function = context.FunctionDefinition.Name;
        string route = RouteNames.Of(context.FunctionDefinition);
        string method = KnownMethod(http.Request.Method);
        using Activity? span = Spans.Begin($"{method} {route}", ActivityKind.Server, http.Request.Headers[TraceParent]);
        span?.SetTag(Tags.Function, function).SetTag(Tags.Method, method).SetTag(Tags.Route, route);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            span?.Fail(exception);
            throw;
        }

        int status = context.GetInvocationResult().Value is Reply reply ? reply.Status : StatusCodes.Status200OK;
        span?.SetTag(Tags.Status, status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        using Activity? span = Spans.Begin(context.FunctionDefinition.Name, ActivityKind.Internal);
        span?.SetTag(Tags.Function, context.FunctionDefinition.Name);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            span?.Fail(exception);
            throw;
        }
    }

    /// <summary>Anybody may send any word as a method.</summary>
    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) ? HttpMethods.Get
        : HttpMethods.IsPost(method) ? HttpMethods.Post
        : HttpMethods.IsPut(method) ? HttpMethods.Put
        : HttpMethods.IsHead(method) ? HttpMethods.Head
        : HttpMethods.IsOptions(method) ? HttpMethods.Options
        : "_OTHER";
}
