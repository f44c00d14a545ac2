using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions;

/// <summary>The application: the same on Azure's worker and on the embedded host.</summary>
public static class ComplaintFlowApp
{
    /// <summary>Well above our own limit, so that a body too large gets our answer and not the server's.</summary>
    private const long ServerBodyLimit = 200_000_000;

    /// <summary>A builder with everything registered; a test may replace parts before it builds.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<TraceInvocation>();
        builder.UseMiddleware<ScrubFailures>();
        builder.UseMiddleware<RequestGuard>();

        // Its scope carries the path of each request, and with it the tokens of links, into whatever logs scopes.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // As in host.json, which Azure's worker does not read: what it logs passes the host as the app's own.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = ServerBodyLimit;
        });
        builder.Services.AddComplaintFlow(builder.Configuration);
        return builder;
    }
}
