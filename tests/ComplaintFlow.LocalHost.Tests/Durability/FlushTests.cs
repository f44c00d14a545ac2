using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>
/// Power loss: with a write-ahead log and <c>synchronous=FULL</c> SQLite flushes the log before a commit returns, and only
/// then is anything acknowledged. A database in this mode survives a power cut unless the disk itself lies about flushes.
/// </summary>
public sealed class FlushTests
{
    private const long Full = 2;

    [Fact]
    public async Task EverySession_OfTheEngine_FlushesEachCommit()
    {
        await using TestHost host = await TestHost.StartAsync();
        (object? Mode, object? Synchronous) writer = await host.Writer().WriteAsync(Pragmas);
        Assert.Equal(("wal", Full), writer);
        using SqliteSession another = new(host.EngineFile());
        Assert.Equal(("wal", Full), Pragmas(another));
    }

    [Fact]
    public async Task AnAcknowledgement_ComesAfterTheCommit_WhichAnotherProcessCanRead()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Waiting.Hearer), "x", new StartOrchestrationOptions("acknowledged"), CancellationToken.None);
        using SqliteSession other = new(host.EngineFile());
        Assert.Equal(1L, other.Scalar("SELECT COUNT(*) FROM instances WHERE id = 'acknowledged'"));
    }

    private static (object? Mode, object? Synchronous) Pragmas(SqliteSession session) =>
        (session.Scalar("PRAGMA journal_mode"), session.Scalar("PRAGMA synchronous"));
}
