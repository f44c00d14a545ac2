using System.Diagnostics;
using System.Text;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Mailboxes.Victim;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes;

/// <summary>Kills and what must hold after them.</summary>
internal static class Killing
{
    private const int Killed = 128 + 9;

    /// <summary>Longer than a dead process keeps its lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <param name="server">Lines of the server's configuration.</param>
    /// <param name="steps">Steps of the program itself.</param>
    /// <param name="commands">Commands to the server, before and after each of which it is killed too.</param>
    public static async Task AtEachAsync(string server, IReadOnlyList<VictimStep> steps, params string[] commands)
    {
        await using Dovecot dovecot = await Dovecot.StartAsync(server);
        await using ImapProxy proxy = new(dovecot);
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(proxy.Port, "victim"));
        List<string> expected = [];
        await app.SettleAsync();
        foreach (VictimStep step in steps)
        {
            await KillAsync(app, dovecot, proxy, expected, step, null, false);
        }

        foreach ((string command, bool afterwards) in commands.SelectMany(command => new[] { (command, false), (command, true) }))
        {
            await KillAsync(app, dovecot, proxy, expected, VictimStep.None, command, afterwards);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), await app.SubjectsAsync());
        Assert.Equal(expected.Count, app.Mailbox.Of("acknowledgement").Count);
        Assert.Equal(expected.Count, app.Mailbox.Of("assignment").Count);
        Assert.Empty(await app.ParkedAsync());
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "victim");
        Assert.Equal(expected, await box.SubjectsAsync("Traité"));

        // Killed between marking and removing, a copied message stays marked as deleted, as where it cannot be removed alone.
        Assert.Empty(await box.SubjectsAsync("INBOX"));
    }

    /// <summary>A message arrives, a process takes it in until it is killed, and the program starts again.</summary>
    private static async Task KillAsync(
        TestApp app, Dovecot dovecot, ImapProxy proxy, List<string> expected, VictimStep step, string? command, bool afterwards)
    {
        await app.StopAsync();
        int number = expected.Count + 1;
        expected.Add($"Affaire {number}");
        dovecot.Deliver("victim", [(Encoding.UTF8.GetBytes(Messages.Numbered(number)), TestApp.Instant("2026-03-02 08:00").AddMinutes(number))]);
        using Process victim = Start(app, proxy.Port, step);
        bool Strike(string sent)
        {
            bool now = command is not null && sent.StartsWith(command, StringComparison.Ordinal) && !victim.HasExited;
            if (now && !afterwards)
            {
                victim.Kill();
            }

            return now;
        }

        proxy.Instead = sent => !afterwards && Strike(sent) ? "" : null;
        proxy.CutAfter = sent => afterwards && Strike(sent);
        proxy.OnCut = () =>
        {
            if (afterwards)
            {
                victim.Kill();
            }
        };
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        string output = await victim.StandardError.ReadToEndAsync(patience.Token);
        await victim.WaitForExitAsync(patience.Token);
        Assert.True(victim.ExitCode == Killed, $"{step} {command}: {victim.ExitCode} {output}");
        (proxy.Instead, proxy.CutAfter, proxy.OnCut) = (_ => null, _ => false, () => { });
        await app.StartAsync();
        await app.AdvanceByAsync(Patience);
    }

    private static Process Start(TestApp app, int port, VictimStep step)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(VictimStep).Assembly.Location);
        start.ArgumentList.Add($"{step}");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach ((string name, string value) in MailboxSettings.Of(port, "victim").And(app.Settings()))
        {
            start.ArgumentList.Add($"--{name}={value}");
        }

        Process victim = Process.Start(start)!;
        victim.BeginOutputReadLine();
        return victim;
    }
}
