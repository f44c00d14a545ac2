using System.Net.Http.Headers;
using System.Text.Json;
using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Tests;

/// <summary>The functions of this assembly on a host of their own: a free port, a fresh folder, a virtual clock.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Start = "2026-03-02T09:00:00+01:00";

    private readonly string[] _settings;
    private readonly TimeProvider? _time;
    private IHost _host;
    private bool _isStopped;

    private TestHost(string directory, string[] settings, TimeProvider? time = null)
    {
        Directory = directory;
        _time = time;
        _settings = settings;
        _host = Build();
    }

    public string Directory { get; }

    /// <summary>What the functions did; it outlives a restart.</summary>
    public Journal Journal { get; } = new();

    /// <summary>What the inline functions do; it outlives a restart.</summary>
    public InlineCode Code { get; } = new();

    public IServiceProvider Services => _host.Services;

    public DurableTaskClient Client => Services.GetRequiredService<DurableTaskClient>();

    public VirtualClock Clock => Services.GetRequiredService<VirtualClock>();

    public HttpClient Http { get; private set; } = new();

    public static async Task<TestHost> StartAsync(params string[] settings)
    {
        TestHost host = Prepare(settings);
        await host.BeginAsync();
        return host;
    }

    /// <summary>A host on a clock that is neither the system's nor virtual.</summary>
    public static async Task<TestHost> StartAsync(TimeProvider time)
    {
        TestHost host = new(System.IO.Directory.CreateTempSubdirectory("local-host-").FullName, ["--LocalHost__Clock__Start="], time);
        await host.BeginAsync();
        return host;
    }

    /// <summary>A host that has not started.</summary>
    public static TestHost Prepare(params string[] settings)
    {
        string directory = System.IO.Directory.CreateTempSubdirectory("local-host-").FullName;
        return new TestHost(directory, settings);
    }

    public async Task BeginAsync()
    {
        await _host.StartAsync();
        string address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
    }

    /// <summary>Stops the host, and starts another on the same folder.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        _host = Build(settings);
        _isStopped = false;
        await BeginAsync();
    }

    public async Task StopAsync()
    {
        _isStopped = true;
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Http.Dispose();
    }

    /// <summary>Starts <see cref="InlineCode.Main"/> and gives the id.</summary>
    public Task<string> OrchestrateAsync(object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), input, new StartOrchestrationOptions(id));

    /// <summary>Runs <see cref="InlineCode.Main"/> as far as it comes without time passing.</summary>
    public async Task<OrchestrationMetadata> RunAsync(object? input = null, string? id = null) =>
        await LookAsync(await OrchestrateAsync(input, id));

    /// <summary>The instance once all is quiet, with its data.</summary>
    public async Task<OrchestrationMetadata> LookAsync(string id)
    {
        await Clock.SettleAsync();
        return await Client.GetInstanceAsync(id, true) ?? throw new InvalidOperationException($"There is no {id}.");
    }

    /// <summary>The ids of the instances that match, in their order.</summary>
    public async Task<string> IdsAsync(OrchestrationQuery? query = null) =>
        string.Join(' ', await Client.GetAllInstancesAsync(query).Select(found => found.InstanceId).ToListAsync());

    /// <summary>An activity that notes its input and gives it back.</summary>
    public Task<object?> Note(JsonElement? input)
    {
        Journal.Add($"noted {input}");
        return Task.FromResult<object?>(input);
    }

    /// <summary>What <see cref="Note"/> has noted.</summary>
    public IEnumerable<string> Noted() =>
        Journal.Lines.Where(line => line.StartsWith("noted ", StringComparison.Ordinal)).Select(line => line["noted ".Length..]);

    /// <summary>Waits for something that a function does on another thread; it fails after ten seconds.</summary>
    public async Task WhenAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private IHost Build(params string[] more)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
        [
            "--LocalHost__Port=0",
            $"--LocalHost__DataDirectory={Directory}",
            $"--LocalHost__Clock__Start={Start}",
            "--Tests__Schedule=0 0 6 * * *",
            "--AzureFunctionsJobHost__logging__logLevel__default=None",
            "--AzureFunctionsJobHost__logging__logLevel__Deterministic=Warning",
            "--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=false",
            .. _settings,
            .. more,
        ]);
        builder.Services.AddSingleton(Journal);
        builder.Services.AddSingleton(Code);
        builder.Services.AddSingleton<ILoggerProvider, JournalLogs>();
        if (_time is not null)
        {
            builder.Services.AddSingleton(_time);
        }

        builder.ConfigureFunctionsWebApplication();
        TestMiddleware.AddTo(builder);
        return builder.Build();
    }
}
