using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Http;

/// <summary>
/// What cuts across all doors: security headers, CORS, the size of bodies, the rate of posts, and errors that nobody
/// else has turned into an answer.
/// </summary>
public sealed partial class RequestGuard(
    Problems problems, Callers callers, PostLimits limits, AppSettings settings, ILogger<RequestGuard> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        SecurityHeaders.Set(http);
        CrossOrigin.SetHeaders(http, settings.AllowedOrigins);
        if (Refuse(http.Request) is { } refusal)
        {
            context.GetInvocationResult().Value = refusal;
            return;
        }

        http.Request.Body = new CountedBody(http.Request.Body, BodyLimits.Of(http.Request.Path));
        try
        {
            await next(context);
        }
        catch (Exception exception) when (IsTooLarge(exception))
        {
            context.GetInvocationResult().Value = TooLarge(http.Request);
        }
        catch (StoreUnavailableException exception)
        {
            LogBroken(logger, context.FunctionDefinition.Name, Problems.TraceIdOf(http.Request), ScrubbedException.Of(exception));
            context.GetInvocationResult().Value = problems.Unavailable(http.Request);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(logger, context.FunctionDefinition.Name, Problems.TraceIdOf(http.Request), ScrubbedException.Of(exception));
            context.GetInvocationResult().Value = problems.Broken(http.Request);
        }
    }

    private Reply? Refuse(HttpRequest request)
    {
        if (request.ContentLength > BodyLimits.Of(request.Path))
        {
            return TooLarge(request);
        }

        if (!HttpMethods.IsPost(request.Method) || callers.Identify(request).Key is not null)
        {
            return null;
        }

        return limits.Count("client", ClientAddress.Of(request)) is { } wait ? problems.TooMany(request, wait) : null;
    }

    private Reply TooLarge(HttpRequest request) => BodyLimits.IsMail(request.Path)
        ? problems.TooLarge(request, "40 Mo au plus pour un message.", "At most 40 MB for one message.")
        : problems.TooLarge(request, "28 Mo au plus, pièces jointes comprises.", "At most 28 MB, attachments included.");

    internal static bool IsTooLarge(Exception exception) =>
        exception is BodyTooLargeException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || exception.InnerException is BodyTooLargeException;

    [LoggerMessage(EventIds.RequestBroken, LogLevel.Error, "{Function} failed (trace {TraceId})")]
    private static partial void LogBroken(ILogger logger, string function, string traceId, Exception exception);
}
