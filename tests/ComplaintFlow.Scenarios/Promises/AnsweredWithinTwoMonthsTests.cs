using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>
/// Promise 3 of the published procedure: answered within two months, unless special circumstances of which the client is
/// told, with the reason and the new date, before the date passes.
/// </summary>
public sealed class AnsweredWithinTwoMonthsTests
{
    [Theory, StraightAndRestarted]
    public async Task Miss_NobodyAnswers_IsToldToTheManagerFromTheFirstInstantAfter(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();

        await app.AdvanceToAsync("2026-05-02 23:59:59");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));

        await app.AdvanceToAsync("2026-05-03 00:00");
        TestMail missed = app.Mailbox.Only("deadline-missed").Says("réponse", "samedi 2 mai 2026", "Conseil 2");
        Assert.Equal(Staff.Manager, missed.To);
        Assert.Equal(TestApp.Instant("2026-05-03 00:00"), missed.At);
    }

    [Theory, StraightAndRestarted]
    public async Task Answer_InTheLastMinuteOfTheLastDay_KeepsThePromise(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-02 23:59");

        JsonNode complaint = await app.AnswerAsync(reference);

        Assert.Equal("answered", complaint.Field("status"));
        Assert.Equal("2026-05-02", complaint.Field("answeredOn"));
        app.Mailbox.Only("answer", Staff.Client);
        await app.AdvanceToAsync("2026-05-20 12:00");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        Assert.Empty(app.Mailbox.Of("mediator-information"));
    }

    [Theory, StraightAndRestarted]
    public async Task Extension_OnTheLastDay_IsToldWithReasonAndDateAndMovesTheMissButNotTheMediator(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-02 23:59");

        JsonNode complaint = await app.ActAsync(
            reference, "extend", Staff.OtherHandler, new { reason = "L’expert rend son rapport le 20 mai.", until = "2026-06-01" });

        app.Mailbox.Only("extension", Staff.Client).Says(
            reference, "samedi 2 mai 2026", "lundi 1er juin 2026", "L’expert rend son rapport le 20 mai.");
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
        Assert.Equal("2026-06-01", complaint.Field("deadlines.extendedTo"));
        Assert.Equal("2026-05-03", complaint.Field("deadlines.mediatorFrom"));
        await app.AdvanceToAsync("2026-06-01 23:59:59");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        await app.AdvanceToAsync("2026-06-02 00:00");
        app.Mailbox.Only("deadline-missed", Staff.Manager).Says("lundi 1er juin 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task Extension_OnceTheDateHasPassed_IsRefused(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-03 00:00");

        JsonNode problem = await app.RefusesAsync(
            reference, "extend", Staff.OtherHandler, new { reason = "Expertise en cours.", until = "2026-06-01" });

        Assert.Contains("déjà passé", problem.Field("detail"), StringComparison.Ordinal);
        Assert.Empty(app.Mailbox.Of("extension"));
    }

    [Fact]
    public async Task Extension_WithoutReasonOrToAnEarlierDate_IsRejected()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();

        JsonNode noReason = await app.RefusesAsync(
            reference, "extend", Staff.OtherHandler, new { until = "2026-06-01" }, HttpStatusCode.BadRequest);
        JsonNode earlier = await app.RefusesAsync(
            reference, "extend", Staff.OtherHandler, new { reason = "Expertise.", until = "2026-05-02" }, HttpStatusCode.BadRequest);

        Assert.NotNull(noReason["errors"]!["reason"]);
        Assert.NotNull(earlier["errors"]!["until"]);
    }
}
