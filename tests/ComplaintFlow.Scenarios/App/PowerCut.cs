using ComplaintFlow.Functions.Storage;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Lets a number of writes through and then nothing any more, as if the process had been killed between two writes.</summary>
public sealed class PowerCut
{
    private int _left = int.MaxValue;

    /// <summary>Whether a write was cut off since <see cref="After"/>.</summary>
    public bool HasStruck { get; private set; }

    public void After(int writes) => (_left, HasStruck) = (writes, false);

    public void Mend() => _left = int.MaxValue;

    public void Install(FunctionsApplicationBuilder builder) => builder.Services.Wrap<ITableStore>(store => new InterceptedStore(store)
    {
        BeforeWrite = (_, _) => Interlocked.Decrement(ref _left) < 0 ? Strike() : default,
        BeforeRead = () => _left < 0 ? Strike() : default,
    });

    private ValueTask Strike()
    {
        HasStruck = true;
        throw new StoreUnavailableException("The power is cut.");
    }
}
