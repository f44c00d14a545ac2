using System.Diagnostics;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A command of the built program, as a process of its own.</summary>
public sealed class CommandRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string[]> _printed;

    private CommandRun(string workingDirectory, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = workingDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComplaintFlow.Functions.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _printed = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public bool HasExited => _process.HasExited;

    public static CommandRun Start(string workingDirectory, params string[] arguments) => new(workingDirectory, arguments);

    /// <summary>Runs a command to its end.</summary>
    /// <returns>The exit code and what it printed.</returns>
    public static async Task<(int ExitCode, string Printed)> RunAsync(string workingDirectory, params string[] arguments)
    {
        using CommandRun run = Start(workingDirectory, arguments);
        return await run.EndAsync();
    }

    public async Task<(int ExitCode, string Printed)> EndAsync()
    {
        string printed = string.Concat(await _printed);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, printed);
    }

    /// <summary>SIGKILL as soon as something is the case; false when the command ended before.</summary>
    public async Task<bool> KillWhenAsync(Func<bool> isTime)
    {
        while (!_process.HasExited)
        {
            if (isTime())
            {
                _process.Kill();
                await _process.WaitForExitAsync();
                return true;
            }

            await Task.Yield();
        }

        return false;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
