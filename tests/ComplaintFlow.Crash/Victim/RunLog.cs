using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.Crash.Victim;

/// <summary>
/// Every execution of an activity, in a file: one line, one write, before the result is given. A killed process loses
/// nothing that it has written.
/// </summary>
public sealed class RunLog(string directory, TimeProvider time) : IDisposable
{
    public const string FileName = "runs.log";

    private readonly Lock _lock = new();
    private readonly FileStream _file = new(Path.Combine(directory, FileName), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);

    /// <summary>Writes an execution down.</summary>
    /// <returns>Its token.</returns>
    public string Add(Step step, string activity)
    {
        string token = RandomNumberGenerator.GetHexString(12, lowercase: true);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Instance}\t{activity}\t{token}\t{time.GetUtcNow().UtcTicks}\t{step.NotBefore}\t{step.Count}\t{step.Last}\n");
        lock (_lock)
        {
            _file.Write(Encoding.ASCII.GetBytes(line));
        }

        return token;
    }

    public void Dispose() => _file.Dispose();
}
