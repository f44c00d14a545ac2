using ComplaintFlow.Functions.Storage;
using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.Simulation.Faults;
using ComplaintFlow.Simulation.Lives;
using ComplaintFlow.Simulation.Schedule;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Simulation.World;

/// <summary>
/// One firm, its people, its post and its machine, in one thread and on one virtual clock. The machine ends at any step
/// and comes again on what its disk and the store hold.
/// </summary>
internal sealed class SimulatedWorld
{
    private const int MostCrashes = 5;
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(5);
    private readonly Disk _disk;
    private readonly Chance _chance;
    private readonly Agenda _agenda = new();
    private readonly Surroundings _around;
    private SimulatedHost? _host;
    private DateTimeOffset _lastInstant;

    public SimulatedWorld(Loop loop, Chance chance, Trace trace, Bugs bugs)
    {
        (Loop, _chance, Trace) = (loop, chance, trace);
        _disk = new Disk();
        Rules = RulesOfRun.Write(chance.Fork(), _disk.Root);
        Faults = new FaultSource(chance.Fork(), Weather.Of(chance.Fork()), trace) { CrashSoon = () => Loop.PicksLeft = Crashes < MostCrashes ? 0 : Loop.PicksLeft };
        Post = new PostOffice(Faults, Store, trace, Violations.Add, () => Now);
        Start = Paris.At(new DateOnly(chance.Between(2025, 2027), 1, 1).AddDays(chance.Below(365)), chance.Between(0, 23));
        _lastInstant = Start;
        _around = new Surroundings
        {
            Rules = Rules,
            Faults = Faults,
            Store = Store,
            Post = Post,
            Random = new SeededReferences(chance.Fork()),
            StoreFor = store => bugs.Store(new FaultyStore(store, Faults)),
            TransportFor = bugs.Transport,
            Middleware = bugs.Functions,
        };
        Loop.Strike = _ => Crash();
    }

    /// <summary>Looks at the engine after each step of time.</summary>
    public Action<OrchestrationEngine>? Observer { get; init; }

    public Loop Loop { get; }

    public Trace Trace { get; }

    public RulesOfRun Rules { get; }

    public FaultSource Faults { get; }

    public MemoryTableStore Store { get; } = new();

    public PostOffice Post { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>What must not have happened.</summary>
    public List<string> Violations { get; } = [];

    public DateTimeOffset Start { get; }

    public DateTimeOffset Now => _host is { IsGone: false } host ? host.Clock.Now : _lastInstant;

    public int Crashes { get; private set; }

    /// <summary>For how long the machine was down, all in all.</summary>
    public TimeSpan Outages { get; private set; }

    public DurableTaskClient Engine => _host!.Engine;

    /// <summary>Completes at an instant.</summary>
    public Task UntilAsync(DateTimeOffset instant) => _agenda.UntilAsync(instant);

    public async Task<Answer> SendAsync(Call call)
    {
        Trace.Note($"{Now:yyyy-MM-dd HH:mm:ss} {call.Method} {call.Path}");
        Answer answer = _host is { IsGone: false } host ? await host.SendAsync(call) : Answer.Lost;
        Trace.Note($"{call.Path} {answer.Status}");
        return answer;
    }

    /// <summary>Lets all live to their ends, and time go on until nothing is left to do.</summary>
    public async Task RunAsync(IEnumerable<Life> lives)
    {
        try
        {
            await EnsureHostAsync();
            Faults.IsOn = true;
            PlanCrash();
            Task all = Task.WhenAll([.. lives.Select(life => life.LiveAsync())]);
            LastWord rest = new(this);
            _ = rest.SayOftenAsync(all);
            while (true)
            {
                await Loop.QuietAsync();
                if (all.IsCompleted)
                {
                    break;
                }

                await AdvanceAsync(_agenda.Next ?? Now + SweepInterval);
                _agenda.Wake(Now);
            }

            await all;
            Faults.IsOn = false;
            Loop.PicksLeft = long.MaxValue;
            await AdvanceAsync(Now + TimeSpan.FromHours(2));
            await rest.SayAsync();
            await AdvanceAsync(Now + TimeSpan.FromDays(5));
            await Loop.QuietAsync();
        }
        finally
        {
            Loop.PicksLeft = long.MaxValue;
        }
    }

    public async Task EndAsync()
    {
        if (_host is { IsGone: false } host)
        {
            await host.StopAsync();
        }

        _disk.Dispose();
    }

    private async Task AdvanceAsync(DateTimeOffset to)
    {
        int calm = 0;
        while (Now < to)
        {
            await EnsureHostAsync();
            if (Now >= to)
            {
                break;
            }

            if (Faults is { IsOn: true, Sleepers: 0 } && _chance.Happens(0.002))
            {
                await DeployAsync();
                continue;
            }

            // What a fault has left is found by the sweep, which comes at the end of a jump only: so small ones after a fault.
            int before = Faults.Count + Crashes;
            DateTimeOffset next = calm >= 2 || to < Now + SweepInterval ? to : Now + SweepInterval;
            if (await _host!.RunAsync(() => _host.Clock.AdvanceToAsync(next)))
            {
                Observer?.Invoke(_host.Machine);
            }

            calm = Faults.Count + Crashes == before ? calm + 1 : 0;
        }

        await EnsureHostAsync();
    }

    /// <summary>Stops the machine in good order; nothing is slow meanwhile, since time stands still.</summary>
    private async Task DeployAsync()
    {
        Trace.Note("deployment");
        Faults.IsOn = false;
        await Loop.QuietAsync();
        await _host!.StopAsync();
        _lastInstant = _host.Clock.Now;
        Faults.IsOn = true;
    }

    private async Task EnsureHostAsync()
    {
        while (_host is null or { IsGone: true })
        {
            bool isOn = Faults.IsOn;
            Faults.IsOn = false;
            Faults.Sleepers = 0;
            TimeSpan outage = _host is null ? TimeSpan.Zero : _chance.Of(
                TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(20), _chance.Span(TimeSpan.Zero, TimeSpan.FromHours(1)), _chance.Span(TimeSpan.Zero, TimeSpan.FromDays(3)));
            Outages += outage;
            _lastInstant += outage;
            bool losesEngine = isOn && _chance.Happens(Faults.Weather.EngineIsLost);
            if (losesEngine)
            {
                Trace.Note("the engine's file is lost");
            }

            _host = await SimulatedHost.BuildAsync(Loop, _around, _disk.Next(losesEngine), _lastInstant);
            Faults.Clock = _host.Clock;
            await _host.StartAsync();
            Faults.IsOn = isOn;
        }
    }

    private void Crash()
    {
        Crashes++;
        _lastInstant = _host!.Clock.Now;
        Trace.Note($"{_lastInstant:yyyy-MM-dd HH:mm:ss} crash");
        _host.Crash();
        PlanCrash();
    }

    private void PlanCrash() => Loop.PicksLeft = Faults.Weather.StepsBetweenCrashes is { } steps && Crashes < MostCrashes
        ? _chance.Below(2 * steps)
        : long.MaxValue;
}
