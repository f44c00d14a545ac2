using System.Threading.Channels;
using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// The instances that have something to do, each once, however much has come; a turn at a time for each. What has come
/// is in the file, or waits here for the turn.
/// </summary>
internal sealed class ReadyInstances(Underway underway)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> _paused = new(StringComparer.Ordinal);
    private bool _isOpen;

    public ChannelReader<string> Queue => _queue.Reader;

    /// <summary>Turns are taken from now on.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
        }
    }

    /// <summary>Something has come, and is in the file.</summary>
    public void Add(string id)
    {
        lock (_lock)
        {
            Enter(id);
        }
    }

    /// <summary>An instance is tried again after a pause, in real time; it holds no worker meanwhile.</summary>
    public async Task AddAfterAsync(string id, TimeSpan pause, CancellationToken leave)
    {
        lock (_lock)
        {
            if (!_paused.Add(id))
            {
                return;
            }
        }

        using Underway.Lease lease = underway.Enter();
        await Task.Delay(pause, TimeProvider.System, leave).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _paused.Remove(id);
            Enter(id);
        }
    }

    /// <summary>Something has come that only the turn will store.</summary>
    /// <returns>False when no turns are taken: it is the caller's to store.</returns>
    public bool Add(Arrival arrival)
    {
        lock (_lock)
        {
            if (!_isOpen)
            {
                return false;
            }

            Enter(arrival.InstanceId).Arrivals.Add(arrival);
            return true;
        }
    }

    /// <summary>A turn begins: gives what has come for it outside the file, and counts what comes from now on as more.</summary>
    public IReadOnlyList<Arrival> Take(string id)
    {
        lock (_lock)
        {
            Entry entry = _entries[id];
            IReadOnlyList<Arrival> arrivals = entry.Arrivals;
            entry.Arrivals = [];
            entry.HasMore = false;
            return arrivals;
        }
    }

    /// <summary>The turn is over; the instance comes again if something has come meanwhile.</summary>
    /// <returns>False when it cannot come again, since the queue is complete: the caller goes on with it.</returns>
    public bool Done(string id)
    {
        lock (_lock)
        {
            Entry entry = _entries[id];
            if (entry.HasMore)
            {
                return _queue.Writer.TryWrite(id);
            }

            _entries.Remove(id);
            entry.Lease.Dispose();
            return true;
        }
    }

    /// <summary>No more turns.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isOpen = false;
            _queue.Writer.TryComplete();
        }
    }

    private Entry Enter(string id)
    {
        if (_entries.TryGetValue(id, out Entry? entry))
        {
            entry.HasMore = true;
            return entry;
        }

        _entries.Add(id, entry = new Entry(underway.Enter()));
        _queue.Writer.TryWrite(id);
        return entry;
    }

    private sealed class Entry(Underway.Lease lease)
    {
        public Underway.Lease Lease { get; } = lease;

        public List<Arrival> Arrivals { get; set; } = [];

        public bool HasMore { get; set; }
    }
}
