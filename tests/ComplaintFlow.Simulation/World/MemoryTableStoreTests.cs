using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Storage.Tests;

namespace ComplaintFlow.Simulation.World;

/// <summary>The contract suite of all stores.</summary>
public sealed class MemoryTableStoreTests : TableStoreContract
{
    protected override ITableStore Store { get; } = new MemoryTableStore();

    protected override int Iterations => 500;

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
