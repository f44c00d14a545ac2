using System.Globalization;
using System.Security.Cryptography;
using ComplaintFlow.Functions;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.Simulation.Faults;
using ComplaintFlow.Simulation.Schedule;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Simulation.World;

/// <summary>One run of the real program, from its start to its end or its crash, in a lane of its own.</summary>
internal sealed class SimulatedHost
{
    public const string Key = "simulation-key-with-all-scopes-0123456789";
    private readonly Lane _lane;
    private readonly IHost _host;
    private readonly SimulatedServer _server;
    private readonly TaskCompletionSource _gone = new();

    private SimulatedHost(Lane lane, Surroundings around, string directory, DateTimeOffset at)
    {
        _lane = lane;
        _server = new SimulatedServer(lane);
        _host = Build(around, directory, at);
        Clock = _host.Services.GetRequiredService<VirtualClock>();
    }

    public VirtualClock Clock { get; }

    public bool IsGone => _lane.IsDropped;

    public OrchestrationEngine Machine => _host.Services.GetRequiredService<OrchestrationEngine>();

    public DurableTaskClient Engine => _host.Services.GetRequiredService<OrchestrationClient>().Inner;

    /// <summary>Builds the program on what a directory holds. It lives once <see cref="StartAsync"/> has completed.</summary>
    public static async Task<SimulatedHost> BuildAsync(Loop loop, Surroundings around, string directory, DateTimeOffset at)
    {
        Lane lane = loop.NewLane("host");
        SimulatedHost? host = null;
        await lane.StartAsync(() =>
        {
            host = new SimulatedHost(lane, around, directory, at);
            return Task.CompletedTask;
        });
        return host!;
    }

    /// <summary>Starts what a host starts, in its order; false after a crash on the way.</summary>
    public Task<bool> StartAsync() => RunAsync(async () =>
    {
        _host.Services.GetService<IStartupValidator>()?.Validate();
        IHostedService[] services = [.. _host.Services.GetServices<IHostedService>()];
        foreach (IHostedLifecycleService service in services.OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        foreach (IHostedService service in services)
        {
            await service.StartAsync(CancellationToken.None);
        }

        foreach (IHostedLifecycleService service in services.OfType<IHostedLifecycleService>())
        {
            await service.StartedAsync(CancellationToken.None);
        }
    });

    public Task<Answer> SendAsync(Call call) => _server.SendAsync(call);

    /// <summary>Runs something within the host; false when the host ended before it.</summary>
    public async Task<bool> RunAsync(Func<Task> work)
    {
        Task task = _lane.StartAsync(work);
        await Task.WhenAny(task, _gone.Task);
        if (_lane.IsDropped)
        {
            return false;
        }

        await task;
        return true;
    }

    /// <summary>Nothing of it ever runs again.</summary>
    public void Crash()
    {
        _lane.Drop();
        _gone.TrySetResult();
        _server.Break();
    }

    /// <summary>Stops it as a deployment does: what is under way ends first.</summary>
    public async Task StopAsync()
    {
        await RunAsync(async () =>
        {
            foreach (IHostedService service in _host.Services.GetServices<IHostedService>().Reverse())
            {
                await service.StopAsync(CancellationToken.None);
            }

            await _host.Services.GetRequiredService<OrchestrationEngine>().DisposeAsync();
        });
        Crash();
    }

    private IHost Build(Surroundings around, string directory, DateTimeOffset at)
    {
        (string Name, string Value)[] settings =
        [
            ("ComplaintFlow__DataDirectory", directory),
            ("ComplaintFlow__Procedure", around.Rules.ProcedurePath),
            ("ComplaintFlow__Directory", around.Rules.DirectoryPath),
            ("ComplaintFlow__PublicUrl", "http://complaints.test"),
            ("ComplaintFlow__RateLimit", "0"),
            ("ComplaintFlow__Keys__local", Key),
            ("ComplaintFlow__LinkKeys__Current", "simulated-links-simulated-links-simulated"),
            ("LocalHost__Clock__Start", at.ToString("O", CultureInfo.InvariantCulture)),
        ];
        FunctionsApplicationBuilder builder = ComplaintFlowApp.CreateBuilder([.. settings.Select(setting => $"--{setting.Name}={setting.Value}")]);
        builder.Logging.ClearProviders();
        if (around.Logs is { } logs)
        {
            builder.Logging.AddProvider(logs);
        }

        builder.Use(around.Middleware);
        builder.Use(next => FaultyActivities.Around(next, around.Faults));
        IServiceCollection services = builder.Services;
        services.Remove(services.Single(service => service.ImplementationType == typeof(LocalHost.Hosting.Welcome)));
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        services.AddSingleton<IServer>(_server);
        services.AddSingleton<RandomNumberGenerator>(around.Random);
        services.AddSingleton(around.StoreFor(around.Store));
        services.AddSingleton(around.TransportFor(around.Post));
        services.AddSingleton<LocalDurableTaskClient>();
        services.AddSingleton(provider => new OrchestrationClient(provider.GetRequiredService<LocalDurableTaskClient>()));
        services.AddSingleton<DurableTaskClient>(provider => new FaultyClient(provider.GetRequiredService<LocalDurableTaskClient>(), around.Faults));
        return builder.Build();
    }

    private sealed record OrchestrationClient(DurableTaskClient Inner);

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
