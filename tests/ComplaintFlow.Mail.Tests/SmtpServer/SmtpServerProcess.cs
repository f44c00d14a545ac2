using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using ComplaintFlow.Functions.Mail.Transports;
using MimeKit;

namespace ComplaintFlow.SmtpServer;

/// <summary>A mail that the server has taken.</summary>
/// <param name="IsSecure">Whether it came over TLS.</param>
/// <param name="User">Who had signed in; null for nobody.</param>
internal sealed record SmtpMail(string To, byte[] Raw, bool IsSecure, string? User);

/// <summary>npm's smtp-server in a process of its own (see <c>server.cjs</c> for what it answers).</summary>
internal sealed class SmtpServerProcess : IDisposable
{
    private static readonly string Root = FindRoot();
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<SmtpMail> _mails = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _connections;

    private SmtpServerProcess(int port, string mode, params string[] keyAndCertificate)
    {
        string modules = Path.Combine(Root, ".tools", "node_modules");
        Assert.True(System.IO.Directory.Exists(Path.Combine(modules, "smtp-server")), "smtp-server is missing: run ./test.sh, which installs smtp-server");
        ProcessStartInfo start = new("node") { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Root, "tests", "ComplaintFlow.Mail.Tests", "SmtpServer", "server.cjs"));
        start.ArgumentList.Add(modules);
        start.ArgumentList.Add($"{port}");
        start.ArgumentList.Add(mode);
        foreach (string file in keyAndCertificate)
        {
            start.ArgumentList.Add(file);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
    }

    public int Port => _port.Task.Result;

    public int Connections => _connections;

    /// <summary>The mails taken, in the order of their arrival.</summary>
    public IReadOnlyList<SmtpMail> Mails => [.. _mails];

    public SmtpOptions Options => new() { Host = "127.0.0.1", Port = Port, Tls = SmtpTls.None, Timeout = TimeSpan.FromSeconds(10) };

    public static async Task<SmtpServerProcess> StartAsync(int port = 0, string mode = "plain", params string[] keyAndCertificate)
    {
        SmtpServerProcess server = new(port, mode, keyAndCertificate);
        await server._port.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return server;
    }

    /// <summary>The mail taken for that recipient, which the server has said before it accepted it.</summary>
    public async Task<MimeMessage> MailAsync(string to)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (_mails.FirstOrDefault(mail => mail.To == to) is { Raw: { } raw })
            {
                return MimeMessage.Load(new MemoryStream(raw));
            }

            // The line may still be in the pipe.
            await _arrived.WaitAsync(limit.Token);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _arrived.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _port.TrySetException(new InvalidOperationException("The mail server ended before it listened."));
            return;
        }

        using JsonDocument said = JsonDocument.Parse(line);
        switch (said.RootElement.GetProperty("event").GetString())
        {
            case "listening":
                _port.TrySetResult(said.RootElement.GetProperty("port").GetInt32());
                break;
            case "connect":
                Interlocked.Increment(ref _connections);
                break;
            default:
                _mails.Enqueue(new SmtpMail(
                    said.RootElement.GetProperty("to").GetString()!,
                    said.RootElement.GetProperty("raw").GetBytesFromBase64(),
                    said.RootElement.GetProperty("secure").GetBoolean(),
                    said.RootElement.TryGetProperty("user", out JsonElement user) ? user.GetString() : null));
                _arrived.Release();
                break;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
