using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>Each figure is counted when it happens, or is what the sweep found.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Life_KeptInTime_IsCounted()
    {
        using FigureBook book = new();
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-20 09:00");
        await app.AnswerAsync(reference);

        Assert.Equal(new() { ["complaint.channel=web"] = 1 }, book.Sums(app, MetricNames.Received));
        Assert.Equal(new() { ["in_time=true"] = 1 }, book.Sums(app, MetricNames.Acknowledged));
        Assert.Equal(new() { ["in_time=true complaint.level=1"] = 1 }, book.Sums(app, MetricNames.Answered));
        Assert.Empty(book.Sums(app, MetricNames.Missed));
        Assert.Equal(1, book.Sums(app, MetricNames.Mails)["mail.kind=answer outcome=sent"]);
    }

    [Fact]
    public async Task Life_NotKeptInTime_IsCountedAsSuch()
    {
        using FigureBook book = new();
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-05-04 09:00");
        await app.ActAsync(reference, "acknowledge", Staff.DefaultHandler, new { by = "phone" });
        await app.ActAsync(reference, "draft", Staff.DefaultHandler, new { text = "Nous vous remboursons.", channel = "letter" });
        await app.ActAsync(reference, "submit", Staff.DefaultHandler);
        await app.ActAsync(reference, "approve", Staff.Manager);
        await app.ActAsync(reference, "record-sent", Staff.DefaultHandler, new { on = "2026-05-04" });

        Assert.Equal(new() { ["complaint.channel=letter"] = 1 }, book.Sums(app, MetricNames.Received));
        Assert.Equal(new() { ["in_time=false"] = 1 }, book.Sums(app, MetricNames.Acknowledged));
        Assert.Equal(new() { ["in_time=false complaint.level=1"] = 1 }, book.Sums(app, MetricNames.Answered));
        Assert.Equal(new() { ["deadline=acknowledgement"] = 1, ["deadline=response"] = 1 }, book.Sums(app, MetricNames.Missed));
    }

    [Theory]
    [StraightAndRestarted]
    public async Task Open_ByAge_IsWhatIsOpen(bool restarts)
    {
        using FigureBook book = new();
        await using TestApp app = await TestApp.StartAsync(restarts: restarts);
        await app.ComplainAsync();
        string withdrawn = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-20 09:00");
        await app.ComplainAsync();
        await app.ActAsync(withdrawn, "withdraw", Staff.Manager, new { reason = "Le client renonce." });

        await app.AdvanceToAsync("2026-03-20 09:10");

        Assert.Equal(
            new() { ["complaint.age=0-10"] = 1, ["complaint.age=11-30"] = 1, ["complaint.age=31-60"] = 0, ["complaint.age=61+"] = 0 },
            book.Now(app, MetricNames.Open));
    }

    [Theory]
    [StraightAndRestarted]
    public async Task Mails_ThatWait_AreCountedWithTheAgeOfTheOldest(bool restarts)
    {
        using FigureBook book = new();
        bool isDown = false;
        await using TestApp app = await TestApp.StartAsync(
            restarts: restarts,
            configure: builder => builder.Services.Wrap<IMailTransport>(mailbox => new FailingTransport(mailbox, () => isDown)));
        await app.AdvanceToAsync("2026-03-02 09:10");
        Assert.Equal(new() { [""] = 0 }, book.Now(app, MetricNames.EffectsPending));
        Assert.Equal(new() { [""] = 0 }, book.Now(app, MetricNames.OldestPending));

        isDown = true;
        await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-02 10:10");
        await app.AdvanceToAsync("2026-03-02 10:20");

        Assert.Equal(new() { [""] = 2 }, book.Now(app, MetricNames.EffectsPending));
        Assert.Equal(new() { [""] = TimeSpan.FromMinutes(70).TotalSeconds }, book.Now(app, MetricNames.OldestPending));

        isDown = false;
        await app.AdvanceToAsync("2026-03-02 12:00");

        Assert.Equal(new() { [""] = 0 }, book.Now(app, MetricNames.EffectsPending));
    }

    [Fact]
    public async Task Mail_TakenIn_HasItsLagCounted()
    {
        using FigureBook book = new();
        await using TestApp app = await TestApp.StartAsync();

        await app.TakeMailAsync(IncomingMails.Mail());

        Assert.Equal(new() { ["outcome=opened"] = 0 }, book.Sums(app, MetricNames.IntakeLag));
    }
}
