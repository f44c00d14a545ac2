using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>One life of the application, on the real clock.</summary>
internal sealed class AppProcess : IDisposable
{
    /// <summary>An application key with all scopes.</summary>
    public const string Key = "crash-key-with-all-scopes-0123456789";

    public AppProcess(string directory, params string[] settings)
    {
        int port = FreePort();
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComplaintFlow.Functions.dll"));
        string[] own =
        [
            $"ComplaintFlow__DataDirectory={directory}/data", $"LocalHost__Port={port}", "ComplaintFlow__RateLimit=0",
            $"ComplaintFlow__Keys__crash={Key}", "ComplaintFlow__KeyScopes__crash=intake,read,act,approve,admin",
        ];
        foreach (string setting in (string[])[.. own, .. settings])
        {
            start.ArgumentList.Add($"--{setting}");
        }

        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, _) => { };
        Process.ErrorDataReceived += (_, _) => { };
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public HttpClient Http { get; }

    /// <summary>Until <c>/healthz</c> says that all is well.</summary>
    /// <exception cref="OperationCanceledException">It does not within a minute.</exception>
    public async Task ReadyAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
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
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.Dispose();
        Http.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
