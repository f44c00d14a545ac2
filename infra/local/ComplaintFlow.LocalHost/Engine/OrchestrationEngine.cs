using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Durable orchestrations in one SQLite file. A turn, its new history, timers, calls and status are one change; idle
/// instances are nowhere but in the file.
/// </summary>
internal sealed class OrchestrationEngine(
    LocalHostOptions options, FunctionCatalogue functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, Underway underway, TimeProvider time, ILoggerFactory loggers)
    : IAsyncDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<OrchestrationEngine>();
    private readonly CancellationTokenSource _leave = new();
    private readonly CancellationTokenSource _hurry = new();
    private FileStream? _lock;
    private EngineCondition? _condition;
    private EngineReader? _reader;
    private EngineWriter? _writer;
    private DueTimers? _timers;
    private Deliveries? _deliveries;
    private ActivityWorkers? _activities;
    private FirstTurns? _firstTurns;
    private Task _working = Task.CompletedTask;

    public ReadyInstances Ready { get; } = new(underway);

    public InstanceWatch Watch { get; } = new();

    public EngineCondition Condition => _condition ?? throw new InvalidOperationException("The engine has not started.");

    public EngineReader Reader => _reader ?? throw new InvalidOperationException("The engine has not started.");

    public Deliveries Deliveries => _deliveries ?? throw new InvalidOperationException("The engine has not started.");

    /// <summary>Null before the engine goes on.</summary>
    public FirstTurns? FirstTurns => _firstTurns;

    public EngineWriter Writer => _writer ?? throw new InvalidOperationException("The engine has not started.");

    public TimeProvider Time => time;

    public FunctionCatalogue Functions => functions;

    /// <summary>Opens the file; nothing is carried out yet.</summary>
    /// <exception cref="InvalidDataException">The file is of another program or version.</exception>
    /// <exception cref="EngineUnavailableException">The file cannot be read or written.</exception>
    /// <exception cref="IOException">Another process uses the data directory.</exception>
    public void Open()
    {
        Directory.CreateDirectory(options.DataDirectory);
        _lock = DirectoryLock.Take(options.DataDirectory);
        string path = Path.Combine(options.DataDirectory, "engine.db");
        _condition = new EngineCondition(path, _logger);
        _writer = new EngineWriter(EngineSchema.Open(path, _logger), _condition);
        _writer.Start();
        _reader = new EngineReader(path, _condition);
        _timers = new DueTimers(_writer, Ready, underway, time, _logger);
        _deliveries = new Deliveries(Ready, _writer);
        _activities = new ActivityWorkers(functions, pipeline, scopes, underway, _deliveries, _logger);
    }

    /// <summary>Goes on where the file says.</summary>
    public async Task GoOnAsync()
    {
        TurnRunner runner = new(functions, pipeline, scopes, loggers, time);
        TurnStore store = new(Writer, Ready, Watch, time, Follow, _logger);
        TurnWorkers turns = new(runner, Reader, store, Ready, Deliveries, _logger);
        await Writer.WriteAsync(Unfinished.Read, unfinished => Follow(unfinished.Consequences, unfinished.FirstDue));
        _firstTurns = new FirstTurns(runner, Reader, store);
        _working = Task.WhenAll(turns.RunAsync(_leave.Token), _activities!.RunAsync(_leave.Token, _hurry.Token));
    }

    /// <summary>Does what follows from a change. Called on the writer's thread, in the order of the changes.</summary>
    public void Follow(Consequences consequences, long? firstDue)
    {
        foreach (string id in consequences.Ready)
        {
            Ready.Add(id);
        }

        consequences.Activities.ForEach(_activities!.Add);
        if (consequences.TimersChanged)
        {
            _timers!.Set(firstDue);
        }
    }

    /// <summary>Lets turns and activities under way end, asks those that take long to hurry, then leaves them to the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _leave.CancelAsync();
        _timers?.Dispose();
        Ready.Complete();
        _activities?.Complete();
        await Task.WhenAny(_working, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken));
        await _hurry.CancelAsync();
        await Task.WhenAny(_working, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _timers?.Dispose();
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        _reader?.Dispose();
        _leave.Dispose();
        _hurry.Dispose();
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }
    }
}
