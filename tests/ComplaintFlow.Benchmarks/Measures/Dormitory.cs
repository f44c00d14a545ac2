using ComplaintFlow.Benchmarks.Functions;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>A data directory with instances asleep for two months, made through the engine, once a run of the program.</summary>
internal sealed record Dormitory(string Directory, int Count, Cost Cost)
{
    private const int Large = 1_000_000;
    private const int Small = 1000;
    private static readonly Dictionary<string, Dormitory> Made = [];

    /// <summary>The size of the file once its log has been worked into it.</summary>
    public long BytesOnDisk
    {
        get
        {
            string path = Path.Combine(Directory, "engine.db");
            using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
            connection.Open();
            using SqliteCommand checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
            return new FileInfo(path).Length;
        }
    }

    /// <summary>A million of them.</summary>
    public static Task<Dormitory> LargeAsync(BenchmarkArguments arguments) => MakeAsync(arguments, "large", arguments.Sized(Large));

    /// <summary>A thousand of them.</summary>
    public static Task<Dormitory> SmallAsync(BenchmarkArguments arguments) => MakeAsync(arguments, "small", arguments.Sized(Small));

    public static Task SleepAsync(EngineHost host, int count, DateTime until) => Crowd.RunAsync(
        count,
        1024,
        _ => host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Sleep), until, new StartOrchestrationOptions(References.Next())));

    private static async Task<Dormitory> MakeAsync(BenchmarkArguments arguments, string name, int count)
    {
        string directory = Path.Combine(arguments.Directory, name);
        if (Made.TryGetValue(directory, out Dormitory? made))
        {
            return made;
        }

        await using EngineHost host = await EngineHost.StartAsync(directory);
        DateTime until = TimeProvider.System.GetUtcNow().UtcDateTime.AddMonths(2);
        Cost cost = await Cost.OfAsync(async () =>
        {
            await SleepAsync(host, count, until);
            await AllAsleepAsync(directory, count);
        });
        Made.Add(directory, made = new Dormitory(directory, count, cost));
        return made;
    }

    /// <summary>Started is not asleep: their timers are in the file when the last turn has been stored.</summary>
    private static async Task AllAsleepAsync(string directory, int count)
    {
        SqliteConnectionStringBuilder file = new() { DataSource = Path.Combine(directory, "engine.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using SqliteConnection connection = new(file.ConnectionString);
        await connection.OpenAsync();
        await using SqliteCommand timers = connection.CreateCommand();
        timers.CommandText = "SELECT COUNT(*) FROM timers";
        while ((long)(await timers.ExecuteScalarAsync())! < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
