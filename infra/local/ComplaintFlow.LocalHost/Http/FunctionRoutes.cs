using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>The routes of the application, and what is wrong with them.</summary>
internal sealed class FunctionRoutes
{
    public FunctionRoutes(
        FunctionCatalogue functions, FunctionPipeline pipeline, HostFile host, IOptions<RouteOptions> options, IServiceProvider services, ILogger<FunctionRoutes> logger)
    {
        DefaultInlineConstraintResolver constraints = new(options, services);
        List<HttpRoute> routes = [];
        foreach ((Function function, HttpTriggerAttribute trigger) in functions.TriggeredBy<HttpTriggerAttribute>())
        {
            try
            {
                routes.Add(new HttpRoute(function, trigger, host.RoutePrefix, constraints, logger));
            }
            catch (Exception exception) when (exception is ArgumentException or RouteCreationException or InvalidOperationException)
            {
                Faults.Add($"{function.Name} : route « {trigger.Route} » illisible ({exception.Message})");
            }
        }

        if (routes.Count > 0 && !pipeline.HasWebApplication)
        {
            Faults.Add("ConfigureFunctionsWebApplication() manque : aucune fonction HTTP ne peut répondre.");
        }

        All = routes;
    }

    /// <summary>By the names of the functions.</summary>
    public IReadOnlyList<HttpRoute> All { get; }

    public List<string> Faults { get; } = [];
}
