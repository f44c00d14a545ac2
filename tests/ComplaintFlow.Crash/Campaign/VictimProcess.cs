using System.Diagnostics;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>One life of the victim.</summary>
internal sealed class VictimProcess : IDisposable
{
    private readonly Process _process;
    private readonly Ledger _ledger;
    private readonly string _log;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public VictimProcess(string command, string directory, int round, Ledger ledger)
    {
        (_ledger, _log) = (ledger, Path.Combine(directory, "victim.log"));
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, WorkingDirectory = directory };
        foreach (string argument in (string[])[typeof(VictimProcess).Assembly.Location, command, directory, $"{round}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TieredPGO"] = "0";
        _process = Process.Start(start)!;
        Reading = Task.Run(ReadAsync);
    }

    /// <summary>Completes when the victim is gone and all that it said has been read.</summary>
    public Task Reading { get; }

    public Process Process => _process;

    /// <summary>Completes when its host has started, or it is gone.</summary>
    public Task ReadyAsync() => Task.WhenAny(_ready.Task, Reading);

    /// <summary>Completes once everything has come to its end; a fault when the victim ended before that.</summary>
    public async Task<string?> DrainedAsync()
    {
        await Task.WhenAny(_drained.Task, Reading);
        await Reading;
        return _drained.Task.IsCompleted ? null : $"The victim ended before it was done, see {_log}";
    }

    /// <summary>Kills it, and reads what it had said.</summary>
    public async Task KillAsync()
    {
        try
        {
            Signals.Kill(_process);
        }
        finally
        {
            await Reading;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        List<string> other = [];
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('@'))
            {
                other.Add(line);
                continue;
            }

            switch (_ledger.Note(line))
            {
                case AnnouncementKind.Ready:
                    _ready.TrySetResult();
                    break;
                case AnnouncementKind.Drained:
                    _drained.TrySetResult();
                    break;
            }
        }

        await File.AppendAllLinesAsync(_log, other);
    }
}
