using System.Net;
using System.Reflection;
using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Http;
using ComplaintFlow.LocalHost.Mailbox;
using ComplaintFlow.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Puts the host together on ASP.NET Core.</summary>
internal static class WebHostSetup
{
    public static WebApplicationBuilder Create(string[] args, Assembly functions, FunctionPipeline pipeline)
    {
        WorkerThreads.Prepare();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = Directory.GetCurrentDirectory(),
            ApplicationName = functions.GetName().Name,
        });
        List<string> faults = [];
        IReadOnlyList<KeyValuePair<string, string?>> hostFile =
            LocalSettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json"), faults);
        builder.Configuration
            .AddInMemoryCollection(SettingName.LastOfEach(hostFile.Select(pair => KeyValuePair.Create($"{HostFile.Section}:{pair.Key}", pair.Value))))
            .AddInMemoryCollection(SettingName.LastOfEach(LocalSettingsFile.Values(Path.Combine(Directory.GetCurrentDirectory(), "local.settings.json"), faults)))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(SettingName.LastOfEach(SettingName.FromCommandLine(args)));
        HostFile host = new(builder.Configuration, [.. hostFile.Select(pair => pair.Key)]);

        AddLogging(builder);
        AddServer(builder);
        AddParts(builder.Services, new FunctionCatalogue(functions), pipeline, host, faults);
        return builder;
    }

    public static IHost Build(WebApplicationBuilder builder)
    {
        WebApplication web = builder.Build();
        ProxyHeaders.Use(web, web.Services.GetRequiredService<LocalHostOptions>().TrustedProxies);
        web.Run(web.Services.GetRequiredService<LocalPages>().AnswerAsync);
        return new LocalApplication(web);
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection($"{HostFile.Section}:logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        // A host that cannot start says why by its exception; the same again with a stack trace helps nobody.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void AddServer(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<LocalHostOptions>((server, options) =>
        {
            server.AddServerHeader = false;
            switch (options.Address)
            {
                case "*":
                    server.ListenAnyIP(options.Port);
                    break;
                case "localhost" when options.Port != 0:
                    server.ListenLocalhost(options.Port);
                    break;
                default:
                    server.Listen(IPAddress.TryParse(options.Address, out IPAddress? address) ? address : IPAddress.Loopback, options.Port);
                    break;
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }

    private static void AddParts(
        IServiceCollection services, FunctionCatalogue functions, FunctionPipeline pipeline, HostFile host, List<string> faults)
    {
        services.AddSingleton(functions);
        services.AddSingleton(pipeline);
        services.AddSingleton(host);
        services.AddSingleton<Underway>();

        services.AddOptions<LocalHostOptions>()
            .Configure<IConfiguration>((options, configuration) =>
            {
                faults.ForEach(options.Faults.Add);
                LocalHostOptionsReader.Read(configuration, host, options);
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LocalHostOptions>, StartupFaults>();

        // Read before they are validated: a wrong setting has its default until the start is refused.
        services.AddSingleton(provider =>
        {
            LocalHostOptions options = new();
            LocalHostOptionsReader.Read(provider.GetRequiredService<IConfiguration>(), host, options);
            return options;
        });

        services.TryAddSingleton<TimeProvider>(HostClock.Create);
        services.TryAddSingleton(provider => (VirtualClock)provider.GetRequiredService<TimeProvider>());
        services.AddSingleton<OrchestrationEngine>();
        services.AddSingleton<IHealthCheck, EngineHealth>();
        services.AddSingleton<DurableTaskClient, LocalDurableTaskClient>();
        services.AddSingleton<FunctionRoutes>();
        services.AddSingleton<FunctionSchedules>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<MailFolder>();
        services.AddSingleton<LocalPages>();
        services.AddHostedService<ClockService>();
        services.AddHostedService<EngineService>();
        services.AddHostedService<TimerService>();
        services.AddHostedService<Welcome>();
    }
}
