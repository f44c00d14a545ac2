using System.Globalization;
using System.Net.Http.Headers;
using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Functions;
using ComplaintFlow.LocalHost.Clock;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Scenarios.App;

/// <summary>
/// The real program on a virtual clock and in a data directory of its own, spoken to over HTTP. It can be stopped and
/// started again from its storage in the middle of a scenario.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    /// <summary>The base of links in mails; requests to it go to wherever the program listens.</summary>
    public const string PublicUrl = "http://complaints.test";

    /// <summary>An application key with all scopes.</summary>
    public const string Key = "test-key-with-all-scopes-0123456789";

    private static readonly CivilTime Paris = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
    private readonly bool _restarts;
    private readonly string _startsAt;
    private readonly Dictionary<string, string> _settings;
    private readonly Action<FunctionsApplicationBuilder>? _configure;
    private readonly TableStorage? _storage;
    private IHost? _host;

    private TestApp(
        string at, bool restarts, Dictionary<string, string> settings, Action<FunctionsApplicationBuilder>? configure, TableStorage? storage)
    {
        _storage = storage;
        _startsAt = at;
        _restarts = restarts;
        _settings = settings;
        _configure = configure;
        Mailbox = new TestMailbox(this);
    }

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("complaintflow-").FullName;

    public HttpClient Http { get; private set; } = new();

    public TestMailbox Mailbox { get; }

    public IServiceProvider Services => _host!.Services;

    public VirtualClock Clock => Services.GetRequiredService<VirtualClock>();

    /// <summary>The present instant, with the offset of Paris.</summary>
    public DateTimeOffset Now => Paris.InZone(Clock.Now);

    /// <param name="at">The wall clock of Paris, <c>2026-03-02 09:00</c>.</param>
    /// <param name="restarts">Stops the program and starts it again from storage before each step of time.</param>
    /// <param name="settings">Settings by their names (<c>ComplaintFlow__RateLimit</c>), over the ones of tests.</param>
    /// <param name="configure">Replaces parts before the program is built, at every start.</param>
    /// <param name="storage">Lives there, whatever the run's storage is, and takes it away at the end.</param>
    public static async Task<TestApp> StartAsync(
        string at = "2026-03-02 09:00",
        bool restarts = false,
        Dictionary<string, string>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null,
        TableStorage? storage = null)
    {
        settings ??= [];
        if (TableStorage.IsWanted && !settings.ContainsKey("ComplaintFlow__Storage"))
        {
            storage ??= await TableStorage.NewAsync();
        }

        TestApp app = new(at, restarts, settings, configure, storage);
        await app.StartAsync();
        return app;
    }

    /// <summary>The instant of a Paris wall clock.</summary>
    public static DateTimeOffset Instant(string at) => Paris.At(
        DateOnly.ParseExact(at.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        at.Length > 10 ? TimeOnly.Parse(at.AsSpan(11), CultureInfo.InvariantCulture) : TimeOnly.MinValue);

    /// <summary>Moves the clock to a Paris wall clock; everything due by then has happened on return.</summary>
    public async Task AdvanceToAsync(string at)
    {
        await StepAsync();
        await Clock.AdvanceToAsync(Instant(at));
    }

    public async Task AdvanceByAsync(TimeSpan by)
    {
        await StepAsync();
        await Clock.AdvanceByAsync(by);
    }

    /// <summary>Waits until everything under way has been carried out, without moving the clock.</summary>
    public Task SettleAsync() => Clock.SettleAsync();

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
            _host = null;
        }
    }

    public async Task StartAsync()
    {
        Dictionary<string, string> settings = new()
        {
            ["ComplaintFlow__DataDirectory"] = DataDirectory,
            ["ComplaintFlow__PublicUrl"] = PublicUrl,
            ["ComplaintFlow__RateLimit"] = "0",
            ["ComplaintFlow__Keys__test"] = Key,
            ["ComplaintFlow__KeyScopes__test"] = "intake,read,act,approve,admin",
            ["LocalHost__Port"] = "0",
            ["LocalHost__Clock__Start"] = Instant(_startsAt).ToString("O", CultureInfo.InvariantCulture),
        };
        if (_storage is not null)
        {
            settings["ComplaintFlow__Storage"] = _storage.ConnectionString;
        }

        foreach ((string name, string value) in _settings)
        {
            settings[name] = value;
        }

        FunctionsApplicationBuilder builder = ComplaintFlowApp.CreateBuilder([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _storage?.Use(builder.Services);
        _configure?.Invoke(builder);
        IHost host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        _host = host;
        string address = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http.Dispose();
        Http = new HttpClient(new LinkHandler(new Uri(address))) { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }

    private async Task StepAsync()
    {
        await SettleAsync();
        if (_restarts)
        {
            await RestartAsync();
        }
    }

    /// <summary>Sends what goes to the public address to the program, and follows no redirection by itself.</summary>
    private sealed class LinkHandler(Uri address) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { Host: "complaints.test" } link)
            {
                request.RequestUri = new Uri(address, link.PathAndQuery);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
