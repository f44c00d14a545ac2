using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ComplaintFlow.Walkthrough;

/// <summary><c>./run.sh</c> as a process, in a data directory of its own.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>Long enough for a first build on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _folder;

    private RunningProgram(int port, IEnumerable<string> arguments, string? folder = null)
    {
        Port = port;
        _folder = folder ?? Directory.CreateTempSubdirectory("complaintflow-walk-").FullName;
        ProcessStartInfo start = new(Path.Combine(Repository.Root, "run.sh"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        string[] own = [$"--ComplaintFlow__DataDirectory={_folder}", $"--ComplaintFlow__PublicUrl={Address}", $"--LocalHost__Port={port}"];
        foreach (string argument in arguments.Where(argument => !argument.StartsWith("--ComplaintFlow__DataDirectory", StringComparison.Ordinal)).Concat(own))
        {
            start.ArgumentList.Add(argument);
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Its data directory; deleted with it.</summary>
    public string Folder => _folder;

    public int Id => _process.Id;

    /// <summary>Everything printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RunningProgram Launch(int port, params IEnumerable<string> arguments) => new(port, arguments);

    /// <summary>A started program that listens on a free port.</summary>
    public static Task<RunningProgram> StartAsync(params IEnumerable<string> arguments) => StartInAsync(null, arguments);

    /// <summary>The same on a data directory that is there.</summary>
    public static async Task<RunningProgram> StartInAsync(string? folder, params IEnumerable<string> arguments)
    {
        RunningProgram program = new(FreePort(), arguments, folder);
        Task ended = program.ExitAsync();
        await Task.WhenAny(program._started.Task, ended).WaitAsync(Patience);
        Assert.True(program._started.Task.IsCompleted, $"The program did not start:\n{program.Output}");
        return program;
    }

    /// <summary>The exit code, once the process has ended and everything it printed has been read.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal to the process that run.sh became.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-s", name, $"{Id}"]);
        kill.WaitForExit();
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.Contains("Application started", StringComparison.Ordinal))
        {
            _started.TrySetResult();
        }
    }
}
