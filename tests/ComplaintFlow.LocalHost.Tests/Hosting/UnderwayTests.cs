using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class UnderwayTests
{
    private readonly Underway _underway = new();

    [Fact]
    public async Task Work_UntilItsLeaseEnds_IsUnderWay()
    {
        Underway.Lease lease = _underway.Enter();
        Assert.False(_underway.SettleAsync().IsCompleted);
        lease.Dispose();
        lease.Dispose();
        await _underway.SettleAsync();
    }

    [Fact]
    public void Pause_KeepsNobodyWaiting_UntilItEnds()
    {
        using Underway.Lease lease = _underway.Enter();
        _underway.Work(lease);
        using (_underway.Pause())
        {
            Assert.True(_underway.SettleAsync().IsCompleted);
        }

        Assert.False(_underway.SettleAsync().IsCompleted);
    }

    [Fact]
    public void Lease_ThatEndsInAPause_TakesThePauseWithIt()
    {
        Underway.Lease ending = _underway.Enter();
        _underway.Work(ending);
        IDisposable pause = _underway.Pause()!;
        ending.Dispose();
        using (Underway.Lease other = _underway.Enter())
        {
            Assert.False(_underway.SettleAsync().IsCompleted);
            pause.Dispose();
            Assert.False(_underway.SettleAsync().IsCompleted);
        }

        Assert.True(_underway.SettleAsync().IsCompleted);
    }
}
