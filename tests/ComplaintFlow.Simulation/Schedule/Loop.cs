using System.Collections.Concurrent;

namespace ComplaintFlow.Simulation.Schedule;

/// <summary>
/// The one thread of a simulation: of all that is ready to run it picks the next thing by chance. Work that comes from
/// another thread has escaped the simulation, which would no longer repeat itself: the run fails and says from where.
/// </summary>
public sealed class Loop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly List<(Lane Lane, Task Task)> _ready = [];
    private readonly BlockingCollection<string> _escapes = [];
    private readonly Queue<TaskCompletionSource> _quiet = new();
    private readonly Chance _chance;
    private readonly Trace _trace;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public Loop(Chance chance, Trace trace)
    {
        (_chance, _trace) = (chance, trace);
        World = NewLane("world");
    }

    /// <summary>The lane of what lies outside the program: people, the post, time.</summary>
    public Lane World { get; }

    /// <summary>How many picks were made.</summary>
    public long Picks { get; private set; }

    /// <summary>Called instead of running the next task of the lane once its picks are used up: a crash between any two steps.</summary>
    public Action<Lane>? Strike { get; set; }

    /// <summary>How many picks outside the world's lane are left before <see cref="Strike"/>.</summary>
    public long PicksLeft { get; set; } = long.MaxValue;

    public Lane NewLane(string name) => new(this, name);

    /// <summary>Completes when nothing is ready to run.</summary>
    public Task QuietAsync()
    {
        TaskCompletionSource source = new();
        _quiet.Enqueue(source);
        return source.Task;
    }

    /// <summary>Runs <paramref name="main"/> and all that comes of it on this thread.</summary>
    /// <exception cref="InvalidOperationException">Something escaped, or waits for what never comes.</exception>
    public void Run(Func<Task> main)
    {
        Task done = World.StartAsync(main);
        while (!done.IsCompleted)
        {
            if (_ready.Count > 0)
            {
                Pick();
            }
            else if (_quiet.TryDequeue(out TaskCompletionSource? quiet))
            {
                quiet.SetResult();
            }
            else
            {
                throw new InvalidOperationException(_escapes.TryTake(out string? escape, Patience)
                    ? escape
                    : "Everything waits for something that never comes: a task that was lost, or one that left the simulation.");
            }

            if (_escapes.Count > 0)
            {
                throw new InvalidOperationException(_escapes.Take());
            }
        }

        done.GetAwaiter().GetResult();
    }

    internal void Add(Lane lane, Task task)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            _escapes.Add($"Work came to lane {lane.Name} from another thread: something before it left the simulation.\n{Environment.StackTrace}");
            return;
        }

        _ready.Add((lane, task));
    }

    private void Pick()
    {
        int index = _ready.Count == 1 ? 0 : _chance.Below(_ready.Count);
        _trace.Note((index << 12) ^ _ready.Count);
        (Lane lane, Task task) = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        if (lane.IsDropped)
        {
            return;
        }

        if (lane != World && --PicksLeft < 0)
        {
            PicksLeft = long.MaxValue;
            Strike?.Invoke(lane);
            return;
        }

        Picks++;
        lane.Execute(task);
    }
}
