using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>level-2-request</c>: to the level-2 handler, once.</summary>
public sealed class Level2RequestTests
{
    [Theory, StraightAndRestarted]
    public async Task Request_MadeTwice_ReachesTheLevelTwoHandlerOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-10 10:00");
        string page = app.Mailbox.Only("answer").ClientLink;
        await app.FillInAsync(page, "escalate", ("reason", "Insuffisant."));
        await app.AdvanceToAsync("2026-03-11 10:00");
        using HttpResponseMessage again = await app.PostFormAsync(page, ("action", "escalate"), ("reason", "Insuffisant."));
        await app.AdvanceToAsync("2026-03-20 10:00");

        Assert.Equal(System.Net.HttpStatusCode.OK, again.StatusCode);
        app.Mailbox.Tells(["level-2-request"], "2026-03-10 10:00 level-2-request reclamations");
    }
}
