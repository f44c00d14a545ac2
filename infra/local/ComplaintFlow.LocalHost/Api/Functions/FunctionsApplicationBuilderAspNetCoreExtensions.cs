namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP by ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Serves HTTP functions with ASP.NET Core types. Middleware registered before it sees no HTTP context.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.AddWebApplication();
        return builder;
    }
}
