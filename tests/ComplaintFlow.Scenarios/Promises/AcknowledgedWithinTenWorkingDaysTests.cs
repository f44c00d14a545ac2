using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>Promise 2 of the published procedure: acknowledged within 10 jours ouvrables, unless answered within that time.</summary>
public sealed class AcknowledgedWithinTenWorkingDaysTests
{
    [Theory, StraightAndRestarted]
    public async Task Acknowledgement_ClientWithAnAddress_LeavesAtOnceAndOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();

        await app.AdvanceToAsync("2026-05-01 00:00");

        TestMail mail = app.Mailbox.Only("acknowledgement");
        Assert.Equal(TestApp.Instant("2026-03-02 09:00"), mail.At);
        Assert.Equal(Staff.Client, mail.To);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("acknowledged", (string)complaint["status"]!);
        Assert.DoesNotContain(app.Mailbox, each => each.Kind == "deadline-missed");
    }

    [Theory, StraightAndRestarted]
    public async Task Miss_LetterNeverAcknowledged_IsToldToTheManagerOnceFromTheFirstInstantAfter(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);

        await app.AdvanceToAsync("2026-03-13 23:59:59");
        Assert.DoesNotContain(app.Mailbox, mail => mail.Kind == "deadline-missed");

        await app.AdvanceToAsync("2026-03-14 00:00");
        TestMail missed = app.Mailbox.Only("deadline-missed");
        Assert.Equal(Staff.Manager, missed.To);
        Assert.Equal(TestApp.Instant("2026-03-14 00:00"), missed.At);

        await app.AdvanceToAsync("2026-03-30 12:00");
        app.Mailbox.Only("deadline-missed");
    }

    [Theory, StraightAndRestarted]
    public async Task Deadline_OverThreeHolidays_IsTheFifteenthOfMay(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-04-30 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);

        await app.AdvanceToAsync("2026-05-15 23:59:59");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));

        await app.AdvanceToAsync("2026-05-16 00:00");
        app.Mailbox.Only("deadline-missed", Staff.Manager).Says("accusé de réception", "vendredi 15 mai 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_WithinTheTenDays_ReplacesTheAcknowledgement(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-05 10:00");
        await app.PrepareLetterAsync(reference);
        await app.ActAsync(reference, "record-sent", Staff.DefaultHandler, new { on = "2026-03-05" });

        await app.AdvanceToAsync("2026-04-15 12:00");

        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        Assert.Empty(app.Mailbox.Of("acknowledgement-reminder"));
        Assert.Empty(app.Mailbox.Of("response-reminder"));
    }

    [Theory, StraightAndRestarted]
    public async Task Acknowledgement_ByLetter_CountsFromTheDayItLeft(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        string link = app.Mailbox.Only("assignment").StaffLink;
        await app.ActAsync(reference, "acknowledge", Staff.DefaultHandler, new { by = "letter" });
        (await app.LookAtAsync($"{link}?letter=acknowledgement")).Says(
            reference, "Accusé de réception de votre réclamation", "samedi 2 mai 2026", "réclamation@madamecourtage.fr", "La Médiation de l’Assurance", "Paul Durand", "44000 Nantes");
        Assert.Equal("received", (await app.ReadAsync(reference)).Field("status"));

        await app.AdvanceToAsync("2026-03-06 15:00");
        JsonNode complaint = await app.ActAsync(reference, "record-sent", Staff.DefaultHandler, new { on = "2026-03-05" });

        Assert.Equal("acknowledged", complaint.Field("status"));
        Assert.StartsWith("2026-03-05T00:00:00", complaint.Field("acknowledgement.sentAt"), StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-03-20 12:00");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        Assert.Empty(app.Mailbox.Of("acknowledgement-reminder"));
    }
}
