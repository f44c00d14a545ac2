using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>The program, started from a folder with <c>infra/local/settings.json</c> as the unit of systemd starts it.</summary>
internal sealed class FirmProgram : IAsyncDisposable
{
    public const string Key = "proxy-key-with-all-scopes-0123456789";

    private readonly string[] _arguments;
    private ChildProcess? _process;

    /// <param name="folder">What <c>/etc/complaintflow</c> is on a firm's machine.</param>
    /// <param name="more">Further settings, <c>name=value</c>.</param>
    public FirmProgram(string folder, params string[] more)
    {
        Folder = folder;
        Port = FreePort.Find();
        foreach (string file in new[] { "procedure.json", "directory.json" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder, file), overwrite: true);
        }

        Shipped.Read("settings.json")
            .With("/var/lib/complaintflow/data", Data)
            .With("/etc/complaintflow/procedure.json", Path.Combine(folder, "procedure.json"))
            .With("/etc/complaintflow/directory.json", Path.Combine(folder, "directory.json"))
            .With("\"LocalHost__Port\": \"7071\"", $"\"LocalHost__Port\": \"{Port}\"")
            .With("\"ComplaintFlow__Email__Transport\": \"smtp\"", "\"ComplaintFlow__Email__Transport\": \"mailbox\"")
            .WriteTo(Path.Combine(folder, "local.settings.json"));
        _arguments =
        [
            Dll, "--LocalHost__Clock__Start=2026-03-02T09:00:00+01:00", $"--ComplaintFlow__Keys__proxy={Key}",
            "--ComplaintFlow__KeyScopes__proxy=intake,read,act,approve,admin", .. more.Select(setting => $"--{setting}"),
        ];
        Direct = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        Direct.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "ComplaintFlow.Functions.dll");

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public int Port { get; }

    /// <summary>From this machine, past the proxy.</summary>
    public HttpClient Direct { get; }

    public async Task StartAsync()
    {
        ChildProcess process = new("dotnet", _arguments, Folder);
        _process = process;
        await Waiting.ForAsync(
            async () =>
            {
                Assert.False(process.HasExited, process.Printed);
                using HttpResponseMessage health = await Direct.GetAsync(new Uri("/healthz", UriKind.Relative));
                return health.StatusCode == HttpStatusCode.OK;
            },
            () => process.Printed);
    }

    /// <summary>Asks the program to stop, and gives what it printed; it must end by itself, well.</summary>
    public async Task<string> StopAsync()
    {
        ChildProcess process = _process!;
        process.Terminate();
        Assert.Equal(0, await process.ExitAsync());
        _process = null;
        await process.DisposeAsync();
        return process.Printed;
    }

    /// <summary>Everything due within a minute has happened.</summary>
    public async Task SettleAsync()
    {
        using HttpResponseMessage moved = await Direct.PostAsJsonAsync(new Uri("/local/clock/advance", UriKind.Relative), new { by = "PT1M" });
        moved.EnsureSuccessStatusCode();
    }

    public async Task<JsonArray> MailsAsync(string reference) =>
        (await Direct.GetFromJsonAsync<JsonArray>(new Uri($"/local/mailbox?reference={reference}", UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        Direct.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
