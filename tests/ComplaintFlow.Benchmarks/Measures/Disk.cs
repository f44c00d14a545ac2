using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>The bound that the disk sets: how often a second a small write can be made durable.</summary>
internal static class Disk
{
    private const int BlockBytes = 16 * 1024;
    private const int Blocks = 256;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Writes 16 KiB and flushes them, one after the other, for half a second, round and round in a file that has its
    /// size already: as SQLite writes its log once that has been worked into the database for the first time.
    /// </summary>
    public static double FlushesPerSecond(string directory)
    {
        string path = Path.Combine(directory, $"{Path.GetRandomFileName()}.flush");
        byte[] block = new byte[BlockBytes];
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(file, new byte[BlockBytes * Blocks], 0);
            RandomAccess.FlushToDisk(file);
            long start = Stopwatch.GetTimestamp();
            int count = 0;
            for (; Stopwatch.GetElapsedTime(start) < Duration; count++)
            {
                RandomAccess.Write(file, block, (long)(count % Blocks) * block.Length);
                Flush(file);
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
