using System.Diagnostics;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Mailboxes;

/// <summary>Lines that break, servers that refuse or hang, stores that are down: nothing is lost, nothing is doubled, nothing stops the others.</summary>
public sealed class TroubleTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    private static readonly MailboxLimits Short = new() { Opening = TimeSpan.FromSeconds(2), OneMessage = TimeSpan.FromSeconds(1), Tries = 2 };

    [Theory]
    [InlineData("UID SEARCH", false)]
    [InlineData("UID FETCH", false)]
    [InlineData("UID FETCH", true)]
    [InlineData("UID MOVE", false)]
    [InlineData("UID MOVE", true)]
    public async Task Line_ThatBreaks_IsTriedAgainAndEverythingIsTakenOnce(string command, bool afterwards)
    {
        string user = $"breaks-{command[4..]}-{afterwards}".ToLowerInvariant();
        await using ImapProxy proxy = new(dovecot);
        int cuts = 0;
        bool Cut(string sent) => sent.StartsWith(command, StringComparison.Ordinal) && Interlocked.Increment(ref cuts) == 2;
        proxy.Instead = sent => !afterwards && Cut(sent) ? "" : null;
        proxy.CutAfter = sent => afterwards && Cut(sent);
        await using TestApp app = await StartAsync(user, proxy.Port);
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();

        Assert.True(cuts >= 2, string.Join("\n", proxy.Commands));
        await TakenOnceAsync(app, user, 3);
        Assert.Equal("ok", await app.HealthAsync());
    }

    [Fact]
    public async Task Line_ThatBreaksInTheMiddleOfAMessage_IsTriedAgain()
    {
        dovecot.Deliver("middle", [(Messages.OfSize(1, 3_000_000), TestApp.Instant("2026-03-02 08:00"))]);
        await using ImapProxy proxy = new(dovecot) { BreaksAfter = 1_000_000 };
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(proxy.Port, "middle"));
        await app.SettleAsync();
        Assert.Empty(await app.ListAsync(""));

        proxy.BreaksAfter = int.MaxValue;
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();
        await TakenOnceAsync(app, "middle", 1);
    }

    [Fact]
    public async Task MessageThatTheServerWillNotGive_LetsTheOthersPass_AndGoesToAPersonInTheEnd()
    {
        await using ImapProxy proxy = new(dovecot);
        proxy.Instead = command => command.StartsWith("UID FETCH 2 (BODY", StringComparison.Ordinal) ? "NO [SERVERBUG] corrupted" : null;
        await using TestApp app = await StartAsync("refused", proxy.Port, Short);
        await app.SettleAsync();
        Assert.Equal(["Affaire 1", "Affaire 3"], await app.SubjectsAsync());
        for (int minute = 0; minute < 2 * Short.Tries; minute++)
        {
            await app.ReadMailboxesAsync();
        }

        Assert.Equal("unreadable", Assert.Single(await app.ParkedAsync()).Field("reason"));
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "refused");
        Assert.Equal(["Affaire 2"], await box.SubjectsAsync("À vérifier"));
        Assert.Equal(["Affaire 1", "Affaire 3"], await box.SubjectsAsync("Traité"));
        Assert.Equal("ok", await app.HealthAsync());
    }

    [Fact]
    public async Task MessageThatTheServerWillNotMove_IsTakenInAndMovedOnceThatIsPossible()
    {
        await using ImapProxy proxy = new(dovecot) { Instead = command => command.StartsWith("UID MOVE 2 ", StringComparison.Ordinal) ? "NO [OVERQUOTA] full" : null };
        await using TestApp app = await StartAsync("full", proxy.Port);
        await app.FailThreeTimesAsync();
        await app.ReadMailboxesAsync();

        Assert.Equal(["Affaire 1", "Affaire 2", "Affaire 3"], await app.SubjectsAsync());
        Assert.Contains("garde 1 message(s)", await app.HealthAsync(), StringComparison.Ordinal);
        Assert.Single(proxy.Commands, command => command.StartsWith("UID FETCH 2 (BODY", StringComparison.Ordinal));
        proxy.Instead = _ => null;
        await app.AdvanceByAsync(TimeSpan.FromMinutes(30));
        await TakenOnceAsync(app, "full", 3);
        Assert.Equal("ok", await app.HealthAsync());
    }

    [Fact]
    public async Task MessageThatCannotBeProcessed_LetsTheOthersPass_AndGoesToAVerifierAndToTheDesk()
    {
        await using TestApp app = await StartAsync("unprocessable", dovecot.Port, Short, store => new InterceptedStore(store)
        {
            BeforeWrite = (partition, operations) => !partition.StartsWith("set-aside", StringComparison.Ordinal) && operations.Any(operation => operation is Insert { Properties: { } row } && IsAbout(row, "Affaire 2"))
                ? throw new InvalidOperationException("Nobody thought of this.")
                : default,
        });
        await app.SettleAsync();
        Assert.Equal(["Affaire 1", "Affaire 3"], await app.SubjectsAsync());
        Assert.Empty(await app.ParkedAsync());
        await app.ReadMailboxesAsync();

        Assert.Equal(("unreadable", "InvalidOperationException"), (Assert.Single(await app.ParkedAsync()).Field("reason"), (await app.ParkedAsync())[0].Field("evidence")));
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "unprocessable");
        Assert.Equal(["Affaire 2"], await box.SubjectsAsync("À vérifier"));
        Assert.Empty(await box.SubjectsAsync("INBOX"));
    }

    [Fact]
    public async Task Store_ThatIsDown_LeavesEverythingInTheInbox_AndIsNoFaultOfAMessage()
    {
        bool isDown = false;
        await using TestApp app = await StartAsync("down", dovecot.Port, Short, store => new InterceptedStore(store)
        {
            BeforeWrite = (partition, _) => isDown && partition.StartsWith("incoming-mail", StringComparison.Ordinal) ? throw new StoreUnavailableException("down") : default,
        }, deliver: false);
        isDown = true;
        Deliver("down");
        for (int minute = 0; minute < 10; minute++)
        {
            await app.ReadMailboxesAsync();
        }

        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "down");
        Assert.Equal(3, (await box.SubjectsAsync("INBOX")).Count);
        isDown = false;
        await app.AdvanceByAsync(TimeSpan.FromMinutes(30));
        await TakenOnceAsync(app, "down", 3);
        Assert.Empty(await app.ParkedAsync());
    }

    [Fact]
    public async Task Server_ThatFallsSilent_IsLeftAfterAWhile()
    {
        await using ImapProxy proxy = new(dovecot) { IsSilent = command => command.StartsWith("UID SEARCH", StringComparison.Ordinal) };
        await using TestApp app = await StartAsync("silent", proxy.Port, Short with { Opening = TimeSpan.FromMilliseconds(300) });
        long start = Stopwatch.GetTimestamp();
        await app.FailThreeTimesAsync();
        await app.ReadMailboxesAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        Assert.Contains("ne répond pas à temps", await app.HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoReadings_AtTheSameTime_TakeEachMessageInOnce()
    {
        await using TestApp app = await StartAsync("overlap", dovecot.Port, deliver: false);
        await app.SettleAsync();
        dovecot.Deliver("overlap", Enumerable.Range(1, 20).Select(number => (System.Text.Encoding.UTF8.GetBytes(Messages.Numbered(number)), TestApp.Instant("2026-03-02 08:00"))));
        DurableTaskClient client = app.Services.GetRequiredService<DurableTaskClient>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<MailboxRounds>(app.Services).RunAsync(client, CancellationToken.None)));
        await app.SettleAsync();
        await TakenOnceAsync(app, "overlap", 20);
    }

    [Fact]
    public async Task TwoReadings_ThatKnowNothingOfEachOther_OpenEachComplaintOnce()
    {
        await using TestApp app = await StartAsync("strangers", dovecot.Port, deliver: false);
        await app.SettleAsync();
        dovecot.Deliver("strangers", Enumerable.Range(1, 10).Select(number => (System.Text.Encoding.UTF8.GetBytes(Messages.Numbered(number)), TestApp.Instant("2026-03-02 08:00"))));
        MailboxReading reading = app.Services.GetRequiredService<MailboxReading>();
        Mailbox mailbox = app.Services.GetRequiredService<Functions.Configuration.AppSettings>().Mailboxes[0];
        DurableTaskClient client = app.Services.GetRequiredService<DurableTaskClient>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => reading.RunAsync(mailbox, client, CancellationToken.None)));
        await app.SettleAsync();

        Assert.Equal(10, (await app.ListAsync("")).Count);
        Assert.Equal(10, app.Mailbox.Of("acknowledgement").Count);
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "strangers");
        Assert.Empty(await box.SubjectsAsync("INBOX"));
        Assert.Equal(10, (await box.SubjectsAsync("Traité")).Distinct().Count());
    }

    private async Task<TestApp> StartAsync(
        string user, int port, MailboxLimits? limits = null, Func<ITableStore, ITableStore>? wrap = null, bool deliver = true)
    {
        if (deliver)
        {
            Deliver(user);
        }

        return await TestApp.StartAsync(settings: MailboxSettings.Of(port, user), configure: builder =>
        {
            builder.Services.AddSingleton(limits ?? new MailboxLimits());
            if (wrap is not null)
            {
                builder.Services.Wrap(wrap);
            }
        });
    }

    private void Deliver(string user) => dovecot.Deliver(
        user, Enumerable.Range(1, 3).Select(number => (System.Text.Encoding.UTF8.GetBytes(Messages.Numbered(number)), TestApp.Instant($"2026-03-02 08:0{number}"))));

    private static bool IsAbout(IReadOnlyDictionary<string, object> row, string words) =>
        row.Values.Any(value => value is string text && text.Contains(words, StringComparison.Ordinal));

    private async Task TakenOnceAsync(TestApp app, string user, int count)
    {
        string[] expected = [.. Enumerable.Range(1, count).Select(number => $"Affaire {number}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, await app.SubjectsAsync());
        Assert.Equal(count, app.Mailbox.Of("acknowledgement").Count);
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, user);
        Assert.Equal(expected, (await box.SubjectsAsync("Traité")).Order(StringComparer.Ordinal));
        Assert.Empty(await box.SubjectsAsync("INBOX"));
    }
}
