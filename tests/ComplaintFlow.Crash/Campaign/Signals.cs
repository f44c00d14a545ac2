using System.Diagnostics;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Signals of the system.</summary>
internal static class Signals
{
    /// <summary>What a process that SIGKILL ended leaves as its exit code.</summary>
    public const int ExitCodeOfKilled = 128 + 9;

    /// <summary>SIGKILL: nothing more runs in the process. Returns once it is gone.</summary>
    /// <exception cref="InvalidOperationException">It ended in another way, before or instead.</exception>
    public static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        if (process.ExitCode != ExitCodeOfKilled)
        {
            throw new InvalidOperationException($"The process ended by itself, with {process.ExitCode}.");
        }
    }

    /// <summary>Holds a process where it is.</summary>
    public static void Stop(Process process) => Send("STOP", process);

    /// <summary>Lets it go on.</summary>
    public static void GoOn(Process process) => Send("CONT", process);

    private static void Send(string signal, Process process)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
