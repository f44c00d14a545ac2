using System.Diagnostics;
using System.Text;

namespace ComplaintFlow.Walkthrough;

/// <summary>One bash that runs blocks one after the other, as a reader would paste them; it ends at the first command that fails.</summary>
internal sealed class Shell : IDisposable
{
    private const string End = "@@end-of-block";
    private readonly Process _process;

    public Shell(string baseAddress)
    {
        ProcessStartInfo start = new("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["BASE"] = baseAddress;
        _process = Process.Start(start)!;
        _process.StandardInput.WriteLine("set -e; exec 2>&1");
    }

    /// <summary>Runs a block; what it prints on both streams, and whether every command of it succeeded.</summary>
    public async Task<(bool Succeeded, string Printed)> RunAsync(string commands)
    {
        await _process.StandardInput.WriteLineAsync($"{commands}\nprintf '\\n{End}\\n'");
        await _process.StandardInput.FlushAsync();
        StringBuilder printed = new();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) is { } line)
        {
            if (line == End)
            {
                return (true, printed.ToString());
            }

            printed.Append(line).Append('\n');
        }

        return (false, printed.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
