using System.Text;

namespace ComplaintFlow.Crash.Victim;

/// <summary>
/// Lines on standard output, each one write: what the pipe has taken survives the process. What is about to be tried is said
/// before, what was acknowledged after.
/// </summary>
internal sealed class Announcements : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Say(AnnouncementKind kind, string id = "", string rest = "")
    {
        byte[] line = Encoding.UTF8.GetBytes($"@{(char)kind}\t{id}\t{rest}\n");
        lock (_lock)
        {
            _output.Write(line);
        }
    }

    public void Dispose() => _output.Dispose();
}
