using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>What is kept about mails that came is cleared when its time is over; what must be known for good stays known.</summary>
public sealed class ForgettingTests
{
    [Theory, StraightAndRestarted]
    public async Task Rows_OfMailsThatCame_GoWhenTheirTimeIsOver(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.TakeMailAsync(Mail(), "opened");
        using (await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager)))
        {
            Assert.Equal("1 1 1", await CountAsync(app, "mail-outcomes", "mail-rate", "direct-mails"));
        }

        await app.AdvanceToAsync("2026-03-02 23:59");
        Assert.Equal("1", await CountAsync(app, "mail-rate"));
        await app.AdvanceToAsync("2026-03-03 00:06");
        Assert.Equal("1 0 1", await CountAsync(app, "mail-outcomes", "mail-rate", "direct-mails"));
        await app.AdvanceToAsync("2026-05-31 23:59");
        Assert.Equal("1", await CountAsync(app, "mail-outcomes"));
        await app.AdvanceToAsync("2026-06-01 00:06");
        Assert.Equal("0 0 0", await CountAsync(app, "mail-outcomes", "direct-mails", "expiring"));
    }

    [Fact]
    public async Task Rate_OfASenderWhoGoesOnWriting_IsKept()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 23:50", settings: new() { ["ComplaintFlow__Intake__MailsPerHour"] = "2" });
        await app.TakeMailAsync(Mail("Un", id: "<1@example.fr>"), "opened");
        await app.AdvanceToAsync("2026-03-03 00:10");
        await app.TakeMailAsync(Mail("Deux", id: "<2@example.fr>"), "opened");
        await app.AdvanceToAsync("2026-03-03 00:30");
        await app.TakeMailAsync(Mail("Trois", id: "<3@example.fr>"), "parked");
        await app.AdvanceToAsync("2026-03-05 00:06");
        Assert.Equal("3 0 3", await CountAsync(app, "mail-outcomes", "mail-rate", "expiring"));
    }

    [Fact]
    public async Task Mail_BroughtAgainAfterItsOutcomeIsForgotten_IsStillADuplicate()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string reply = Mail("Suite.", $"Re: {reference}", id: "<suite@example.fr>");
        await app.TakeMailAsync(reply, "attached");
        await app.ActAsync(reference, "withdraw", Staff.Manager, new { reason = "Le client y renonce." });
        await app.AdvanceToAsync("2026-07-01 09:00");
        Assert.Equal("duplicate", (await app.TakeMailAsync(reply)).Field("outcome"));
        Assert.Equal("duplicate", (await app.TakeMailAsync(reply)).Field("outcome"));
        Assert.Equal([reference], await app.ListAsync(""));
    }

    private static async Task<string> CountAsync(TestApp app, params string[] partitions)
    {
        ITableStore store = app.Services.GetRequiredService<ITableStore>();
        List<int> counts = [];
        foreach (string partition in partitions)
        {
            counts.Add(0);
            await foreach (TableRow _ in store.ReadAsync(partition))
            {
                counts[^1]++;
            }
        }

        return string.Join(' ', counts);
    }
}
