using System.Net.Sockets;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>nginx with <c>infra/local/nginx/complaintflow.conf</c>.</summary>
internal sealed class Nginx : IProxy
{
    /// <summary>Where Debian puts it; the account that runs the tests may not have it on its path.</summary>
    private static readonly string Program = File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

    private string _folder = string.Empty;
    private ChildProcess? _process;

    public int HttpPort { get; } = FreePort.Find();

    public int HttpsPort { get; } = FreePort.Find();

    public async Task StartAsync(string folder, Certificate certificate, int programPort)
    {
        _folder = folder;
        Shipped.Read("nginx/complaintflow.conf")
            .WithPattern(@"^ *listen \[::\].*\n", string.Empty)
            .With("listen 80", $"listen 127.0.0.1:{HttpPort}")
            .With("listen 443", $"listen 127.0.0.1:{HttpsPort}")
            .With("/etc/letsencrypt/live/reclamations.example.fr/fullchain.pem", certificate.File)
            .With("/etc/letsencrypt/live/reclamations.example.fr/privkey.pem", certificate.KeyFile)
            .With("/var/log/nginx", folder)
            .With("127.0.0.1:7071", $"127.0.0.1:{programPort}")
            .WriteTo(Path.Combine(folder, "site.conf"));
        string temporary = string.Concat(
            ((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(what => $"{what}_temp_path {folder}/{what}; "));
        File.WriteAllText(
            Path.Combine(folder, "nginx.conf"),
            $"daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/main.error.log; events {{ }}\nhttp {{ {temporary}include {folder}/site.conf; }}\n");
        string[] arguments = ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "main.error.log")];
        await using (ChildProcess check = new(Program, [.. arguments, "-t", "-q"], folder))
        {
            int code = await check.ExitAsync();
            Assert.True(code == 0 && check.Printed.Trim().Length == 0, check.Printed);
        }

        _process = new ChildProcess(Program, arguments, folder);
        await Waiting.ForAsync(IsListeningAsync, Logged);
    }

    public string Logged() =>
        string.Concat(Directory.EnumerateFiles(_folder, "*.log").Order().Select(File.ReadAllText)) + _process?.Printed;

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> IsListeningAsync()
    {
        using TcpClient probe = new();
        await probe.ConnectAsync("127.0.0.1", HttpsPort);
        return true;
    }
}
