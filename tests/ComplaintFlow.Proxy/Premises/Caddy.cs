using System.Net.Sockets;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>Caddy with <c>infra/local/caddy/Caddyfile</c>.</summary>
internal sealed class Caddy : IProxy
{
    private string _folder = string.Empty;
    private ChildProcess? _process;

    public int HttpPort { get; } = FreePort.Find();

    public int HttpsPort { get; } = FreePort.Find();

    public async Task StartAsync(string folder, Certificate certificate, int programPort)
    {
        _folder = folder;
        string file = Path.Combine(folder, "Caddyfile");
        Shipped.Read("caddy/Caddyfile")
            .WithPattern(@"\A((?:#.*\n)*)\{\n", $"$1{{\n\tadmin off\n\thttp_port {HttpPort}\n\thttps_port {HttpsPort}\n\tskip_install_trust\n")
            .With($"\n{Shipped.Name} {{\n", $"\n{Shipped.Name} {{\n\tbind 127.0.0.1\n\ttls {certificate.File} {certificate.KeyFile}\n")
            .With("/var/log/caddy", folder)
            .With("127.0.0.1:7071", $"127.0.0.1:{programPort}")
            .WriteTo(file);
        _process = new ChildProcess("caddy", ["run", "--config", file, "--adapter", "caddyfile"], folder);
        await Waiting.ForAsync(IsListeningAsync, Logged);
    }

    public string Logged() =>
        string.Concat(Directory.EnumerateFiles(_folder, "*.log").Order().Select(File.ReadAllText)) + _process?.Printed;

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> IsListeningAsync()
    {
        Assert.False(_process!.HasExited, _process.Printed);
        using TcpClient probe = new();
        await probe.ConnectAsync("127.0.0.1", HttpsPort);
        return true;
    }
}
