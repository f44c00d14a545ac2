using System.Reflection;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a Functions application.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly FunctionPipeline _pipeline = new();
    private readonly WebApplicationBuilder _inner;

    internal FunctionsApplicationBuilder(string[] args, Assembly functions)
    {
        _inner = WebHostSetup.Create(args, functions, _pipeline);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_inner).Properties;

    /// <summary>The settings: <c>local.settings.json</c>, environment, command line, in that rising order.</summary>
    public ConfigurationManager Configuration => _inner.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _inner.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _inner.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _inner.Metrics;

    /// <inheritdoc/>
    public IServiceCollection Services => _inner.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The application, ready to start.</summary>
    public IHost Build() => WebHostSetup.Build(_inner);

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_inner).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _pipeline.Use(middleware);
        return this;
    }

    internal void AddWebApplication() => _pipeline.UseWebApplication();
}
