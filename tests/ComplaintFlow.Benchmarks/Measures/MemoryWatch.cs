using System.Diagnostics;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Looks at the resident memory of this process every few milliseconds.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly Lock _looking = new();
    private readonly ITimer _timer;
    private readonly long _before;
    private long _peak;

    private MemoryWatch()
    {
        _before = _peak = _process.WorkingSet64;
        _timer = TimeProvider.System.CreateTimer(_ => Look(), null, Pause, Pause);
    }

    /// <summary>The most so far, bytes.</summary>
    public long Peak => Interlocked.Read(ref _peak);

    /// <summary>The most so far above what it was at the start, bytes.</summary>
    public long Growth => Peak - _before;

    public static MemoryWatch Start() => new();

    public void Dispose()
    {
        _timer.Dispose();
        lock (_looking)
        {
            _process.Dispose();
        }
    }

    private void Look()
    {
        if (!_looking.TryEnter())
        {
            return;
        }

        try
        {
            _process.Refresh();
            Interlocked.Exchange(ref _peak, Math.Max(Peak, _process.WorkingSet64));
        }
        catch (InvalidOperationException)
        {
            // It was the last look, after the end.
        }
        finally
        {
            _looking.Exit();
        }
    }
}
