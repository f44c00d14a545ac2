using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>The built program as a process of its own, which can be signalled and killed.</summary>
public sealed class ChildProgram : IDisposable
{
    private readonly StringBuilder _errors = new();
    private readonly Process _process;

    private ChildProgram(string directory, int port, IEnumerable<string> settings, string? trusted)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = directory };
        if (trusted is not null)
        {
            start.Environment["SSL_CERT_FILE"] = trusted;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComplaintFlow.Functions.dll"));
        foreach (string setting in (string[])[$"ComplaintFlow__DataDirectory={directory}/data", $"LocalHost__Port={port}", .. settings])
        {
            start.ArgumentList.Add($"--{setting}");
        }

        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public HttpClient Http { get; }

    public string Errors => _errors.ToString();

    /// <summary>The names of the files that are mapped into the process, its assemblies among them.</summary>
    public IReadOnlyList<string> Loaded =>
        [.. File.ReadAllLines($"/proc/{_process.Id}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Where(name => name.Length > 0).Distinct()];

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static ChildProgram Start(string directory, int port, params string[] settings) => new(directory, port, settings, null);

    /// <summary>With a file of certificates that vouch, in place of the machine's.</summary>
    public static ChildProgram StartTrusting(string trusted, string directory, int port, params string[] settings) => new(directory, port, settings, trusted);

    /// <summary>Until <c>/healthz</c> says that all is well.</summary>
    public async Task WaitUntilReadyAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        while (true)
        {
            Assert.False(_process.HasExited, Errors);
            try
            {
                using HttpResponseMessage response = await Http.GetAsync(new Uri("/healthz", UriKind.Relative), patience.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet: ask again at once, which costs nothing on loopback.
            }
        }
    }

    /// <summary>What <c>/healthz</c> says; empty while nobody listens.</summary>
    public async Task<string> TryHealthAsync()
    {
        Assert.False(_process.HasExited, Errors);
        try
        {
            using HttpResponseMessage response = await Http.GetAsync(new Uri("/healthz", UriKind.Relative));
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return "";
        }
    }

    /// <summary>The exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan patience)
    {
        using CancellationTokenSource timeout = new(patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: nothing more runs in the process.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Several clients complain at once; the first with <paramref name="wanted"/> answers kills the program under the others.</summary>
    /// <returns>The references that were acknowledged with a 202.</returns>
    public async Task<IReadOnlyList<string>> ComplainUntilKilledAsync(int clients, int wanted)
    {
        ConcurrentQueue<string> references = new();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => ComplainAsync(references, wanted)));
        return [.. references];
    }

    private async Task ComplainAsync(ConcurrentQueue<string> references, int wanted)
    {
        try
        {
            for (int answers = 1; ; answers++)
            {
                using HttpResponseMessage response = await Http.PostAsJsonAsync(new Uri("/api/complaints", UriKind.Relative), Intents.Complaint());
                JsonNode answer = await response.JsonAsync(HttpStatusCode.Accepted);
                references.Enqueue((string)answer["reference"]!);
                if (answers == wanted)
                {
                    Kill();
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The connection broke: the program is gone.
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        Http.Dispose();
    }
}
