using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WholeLives;

/// <summary>Sixty days after an answer without a word from the client: closed as <c>no-follow-up</c>, and the way back stays open.</summary>
public sealed class SilenceAfterAnAnswerTests
{
    [Theory, StraightAndRestarted]
    public async Task Silence_OfSixtyDays_ClosesAtTheFirstInstantAfterThem(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 16:00");
        await app.AnswerAsync(reference);

        await app.AdvanceToAsync("2026-05-09 23:59:59");
        Assert.Equal("answered", (await app.ReadAsync(reference)).Field("status"));
        await app.AdvanceToAsync("2026-05-10 00:00");

        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("closed", complaint.Field("status"));
        Assert.Equal("no-follow-up", complaint.Field("closure"));
        TestMail closed = app.Mailbox.Only("closed", Staff.Client).Says("Sans nouvelles de votre part", "dimanche 10 mai 2026", "réclamation@madamecourtage.fr");
        Assert.Equal(TestApp.Instant("2026-05-10 00:00"), closed.At);
        await app.AdvanceToAsync("2026-07-01 12:00");
        await app.FillInAsync(closed.ClientLink, "escalate", ("reason", "J’étais à l’hôpital."));
        Assert.Equal("2", (await app.ReadAsync(reference)).Field("level"));
    }

    [Theory, StraightAndRestarted]
    public async Task Silence_BrokenByAWordOfTheClient_NeverCloses(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 16:00");
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-05-09 22:00");
        await app.FillInAsync(app.Mailbox.Only("answer").ClientLink, "message", ("text", "Je réfléchis encore."));

        await app.AdvanceToAsync("2026-08-01 00:00");

        Assert.Equal("answered", (await app.ReadAsync(reference)).Field("status"));
        Assert.Empty(app.Mailbox.Of("closed"));
    }
}
