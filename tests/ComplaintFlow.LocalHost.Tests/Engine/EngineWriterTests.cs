using ComplaintFlow.LocalHost.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class EngineWriterTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("engine-writer-").FullName;
    private EngineWriter _writer = null!;

    private string File => Path.Combine(_directory, "engine.db");

    public Task InitializeAsync()
    {
        _writer = new EngineWriter(EngineSchema.Open(File, NullLogger.Instance), new EngineCondition(File, NullLogger.Instance));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _writer.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Change_ThatBreaksOffHalfWay_LeavesNothing_AndTheOthersOfItsBatchStand()
    {
        // Queued before the writer runs, so that all three share a transaction.
        Task<int> before = _writer.WriteAsync(session => Put(session, 1));
        Task<int> broken = _writer.WriteAsync<int>(session =>
        {
            Put(session, 2);
            throw new OverflowException("half-way");
        });
        Task<int> after = _writer.WriteAsync(session => Put(session, 3));
        _writer.Start();

        await before;
        await after;
        await Assert.ThrowsAsync<OverflowException>(() => broken);
        Assert.Equal([1, 3], await _writer.WriteAsync(session => session.Rows("SELECT instance FROM timers ORDER BY instance", row => row.GetInt64(0))));
    }

    [Fact]
    public async Task Change_ThatRefusesBeforeItHasWritten_IsRefusedOnce()
    {
        int tries = 0;
        Task<int> first = _writer.WriteAsync(session => Put(session, 1));
        Task<int> refused = _writer.WriteAsync<int>(_ =>
        {
            tries++;
            throw new InvalidOperationException("no");
        });
        _writer.Start();

        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(1, tries);
    }

    private static int Put(SqliteSession session, int instance) =>
        session.Run("INSERT INTO timers (instance, task, execution, due) VALUES ($1, 0, 0, 0)", instance);
}
