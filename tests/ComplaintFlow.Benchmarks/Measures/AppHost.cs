using ComplaintFlow.Functions;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>The real program on the embedded host, on the real clock, as it is set up for everyone but for the rate limit.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    /// <summary>For an application key, where a measure sets one.</summary>
    public const string Key = "benchmark-key-0123456789abcdef";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private readonly IHost _host;

    private AppHost(IHost host, CountedTransport transport)
    {
        _host = host;
        Transport = transport;
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public CountedTransport Transport { get; }

    /// <param name="directory">The data directory.</param>
    /// <param name="settings">Further ones, as arguments.</param>
    public static async Task<AppHost> StartAsync(string directory, params string[] settings)
    {
        FunctionsApplicationBuilder builder = ComplaintFlowApp.CreateBuilder(
        [
            "--LocalHost__Port=0",
            $"--ComplaintFlow__DataDirectory={directory}",
            $"--ComplaintFlow__Procedure={Path.Combine(AppContext.BaseDirectory, "procedure.json")}",
            $"--ComplaintFlow__Directory={Path.Combine(AppContext.BaseDirectory, "directory.json")}",
            "--ComplaintFlow__RateLimit=0",
            "--AzureFunctionsJobHost__logging__logLevel__default=Error",
            .. settings,
        ]);
        CountedTransport transport = new(new MailboxTransport(Path.Combine(directory, "mailbox")));
        builder.Services.AddSingleton<IMailTransport>(transport);
        IHost host = builder.Build();
        await QuietStart.StartAsync(host);
        return new AppHost(host, transport);
    }

    /// <summary>Waits until no mail has come for a while.</summary>
    public async Task SettleAsync()
    {
        int known;
        do
        {
            known = Transport.Count;
            await Task.Delay(Patience, TimeProvider.System);
        }
        while (known != Transport.Count);
    }

    /// <summary>A request that no function takes: what client and server cost by themselves.</summary>
    public async Task AskForNothingAsync()
    {
        using HttpResponseMessage answer = await Http.GetAsync("/api/nothing");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
