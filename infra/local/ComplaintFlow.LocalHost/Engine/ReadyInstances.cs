using System.Threading.Channels;
using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The instances that have something to do, each once, however much has come; a turn at a time for each.</summary>
internal sealed class ReadyInstances(Underway underway)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();

    public ChannelReader<string> Queue => _queue.Reader;

    public void Add(string id)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(id, out Entry? entry))
            {
                entry.HasMore = true;
                return;
            }

            _entries.Add(id, new Entry(underway.Enter()));
        }

        _queue.Writer.TryWrite(id);
    }

    /// <summary>The turn is over; the instance comes again if something has come meanwhile.</summary>
    public void Done(string id)
    {
        lock (_lock)
        {
            Entry entry = _entries[id];
            if (!entry.HasMore)
            {
                _entries.Remove(id);
                entry.Lease.Dispose();
                return;
            }

            entry.HasMore = false;
        }

        _queue.Writer.TryWrite(id);
    }

    /// <summary>No more turns.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    private sealed class Entry(Underway.Lease lease)
    {
        public Underway.Lease Lease { get; } = lease;

        public bool HasMore { get; set; }
    }
}
