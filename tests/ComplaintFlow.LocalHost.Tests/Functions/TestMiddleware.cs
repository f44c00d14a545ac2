using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Notes what passes, marks answers, and turns one kind of exception into a problem.</summary>
public sealed class TestMiddleware(Journal journal) : IFunctionsWorkerMiddleware
{
    public static void AddTo(FunctionsApplicationBuilder builder) => builder.UseMiddleware<TestMiddleware>();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        HttpContext? http = context.GetHttpContext();
        journal.Add($"middleware {context.FunctionDefinition.Name} {(http is null ? "without" : "with")} http");
        http?.Response.Headers.Append("x-middleware", "passed");
        try
        {
            await next(context);
        }
        catch (ArgumentException exception) when (http is not null)
        {
            context.GetInvocationResult().Value = Results.Problem(exception.Message, statusCode: StatusCodes.Status418ImATeapot);
        }
    }
}
