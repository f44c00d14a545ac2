using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Whether the engine's file answers. The log says it once when it ceases to, however many calls fail, and once when it
/// does again.
/// </summary>
internal sealed partial class EngineCondition(string path, ILogger logger)
{
    /// <summary>Before a change that failed is tried again, in real time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile string? _writing;
    private volatile string? _damage;

    /// <summary>Why the last commit failed; null once one has succeeded again.</summary>
    public string? Writing => _writing;

    /// <summary>What is wrong, for people; null when all is well. Damage stays until the next start.</summary>
    public string? Fault => _writing ?? _damage ?? (File.Exists(path) ? null : Removed());

    /// <summary>A commit has failed.</summary>
    public EngineUnavailableException NotWritten(SqliteException error)
    {
        if (EngineFault.IsDamage(error))
        {
            return NotRead(error);
        }

        EngineUnavailableException fault = EngineFault.From(error, path);
        if (Interlocked.Exchange(ref _writing, fault.Message) != fault.Message)
        {
            LogFault(logger, fault.Message, error);
        }

        return fault;
    }

    /// <summary>A commit has succeeded.</summary>
    public void Written()
    {
        if (_writing is not null && Interlocked.Exchange(ref _writing, null) is not null)
        {
            LogWorks(logger, path);
        }
    }

    /// <summary>A reader has failed.</summary>
    public EngineUnavailableException NotRead(SqliteException error)
    {
        EngineUnavailableException fault = EngineFault.From(error, path);
        if (EngineFault.IsDamage(error) && Interlocked.Exchange(ref _damage, fault.Message) != fault.Message)
        {
            LogFault(logger, fault.Message, error);
        }

        return fault;
    }

    private string Removed() =>
        $"« {path} » a été supprimé pendant la marche : redémarrez ; le balayage relance ce qui est ouvert. "
        + $"/ '{path}' was removed while the host was running: restart it; the sweep sets going again what is open.";

    [LoggerMessage(206, LogLevel.Error, "{Fault}")]
    private static partial void LogFault(ILogger logger, string fault, Exception exception);

    [LoggerMessage(207, LogLevel.Warning, "« {Path} » répond à nouveau : le moteur reprend. / The file answers again, the engine goes on.")]
    private static partial void LogWorks(ILogger logger, string path);
}
