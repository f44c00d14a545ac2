using ComplaintFlow.Crash.Sending;

namespace ComplaintFlow.Crash;

/// <summary>The program killed while it writes a mail into the mailbox folder: whole or not at all, and once.</summary>
public sealed class MailboxCrashTests
{
    /// <summary>A kill comes a moment after what is seen of the folder: as often as this the mail may already be a step further.</summary>
    private const int MostTries = 6;

    [Fact]
    public async Task App_KilledWhileItWritesAMail_HasItOnce()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        string mailbox = Directory.CreateDirectory(Path.Combine(directory, "data", "mailbox")).FullName;
        SendingLives lives = new(directory);
        int entered = 0;
        bool wasUnfinished = false;
        while (!wasUnfinished && entered < MostTries)
        {
            await lives.KillAsync(kill => Watch(mailbox, "*.tmp", kill));
            wasUnfinished = Mails(mailbox) == entered++;
        }

        Assert.True(wasUnfinished, "No kill came before the mail was whole.");
        await lives.KillAsync(kill => Watch(mailbox, "*.eml", kill));
        Assert.Equal(entered + 1, Mails(mailbox));
        await lives.KillOnceRecordedAsync();
        IReadOnlyDictionary<string, string> references = await lives.FinishAsync();

        string[] told = [.. Directory.GetFiles(mailbox, "*.eml").Select(ReferenceOf)];
        Assert.Equal(references.Values.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Directory.Delete(directory, recursive: true);
    }

    private static void Watch(string folder, string names, Action kill)
    {
        FileSystemWatcher watcher = new(folder, names);
        int seen = 0;
        void See()
        {
            if (Interlocked.Exchange(ref seen, 1) == 0)
            {
                kill();
                watcher.EnableRaisingEvents = false;
            }
        }

        watcher.Created += (_, file) => OnlyMail(file.Name, See);
        watcher.Renamed += (_, file) => OnlyMail(file.Name, See);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>The folder is tried with an empty file whenever the program is asked how it is.</summary>
    private static void OnlyMail(string? name, Action see)
    {
        if (name?.StartsWith(".check", StringComparison.Ordinal) == false)
        {
            see();
        }
    }

    private static int Mails(string mailbox) => Directory.GetFiles(mailbox, "*.eml").Length;

    private static string ReferenceOf(string path) =>
        File.ReadLines(path).First(line => line.StartsWith("X-ComplaintFlow-Reference:", StringComparison.Ordinal)).Split(':')[1].Trim();
}
