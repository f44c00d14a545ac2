using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>The bound that the disk sets: how often a second a small append can be made durable.</summary>
internal static class Disk
{
    private const int BlockBytes = 4096;
    private const int FewBlocks = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.5);

    /// <summary>Appends 64 KiB, the order of a group's commit, and flushes it, one after the other, for half a second.</summary>
    public static double FlushesPerSecond(string directory)
    {
        string path = Path.Combine(directory, $"{Path.GetRandomFileName()}.flush");
        byte[] block = new byte[BlockBytes * FewBlocks];
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
            long start = Stopwatch.GetTimestamp();
            int count = 0;
            while (Stopwatch.GetElapsedTime(start) < Duration)
            {
                RandomAccess.Write(file, block, (long)count * block.Length);
                Flush(file);
                count++;
            }

            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Flush(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            // What SQLite calls.
            Marshal.ThrowExceptionForHR(FlushData((int)file.DangerousGetHandle()));
        }
        else
        {
            RandomAccess.FlushToDisk(file);
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushData(int file);
}
