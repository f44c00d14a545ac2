using System.Net;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>waiting-mail</c>: to the manager, a daily digest of what was set aside and nobody looked at for two working days.</summary>
public sealed class WaitingMailTests
{
    [Theory, StraightAndRestarted]
    public async Task Digest_FormSetAside_ComesAfterTwoWorkingDaysThenDailyUntilSomebodyLooks(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-05 09:00", restarts);
        await app.ComplainAsync(body => body["website"] = "https://robot.example");
        await app.AdvanceToAsync("2026-03-07 07:59");
        Assert.Empty(app.Mailbox);

        foreach (string day in (string[])["2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"])
        {
            await app.AdvanceToAsync($"{day} 08:00");
            await app.AdvanceToAsync($"{day} 18:00");
        }

        // Thursday, two working days, Saturday; 8 March is a Sunday.
        app.Mailbox.Tells(
            [],
            "2026-03-07 08:00 waiting-mail reclamations",
            "2026-03-09 08:00 waiting-mail reclamations",
            "2026-03-10 08:00 waiting-mail reclamations");
        TestMail first = app.Mailbox.Of("waiting-mail")[0].Says("jeudi 5 mars 2026", "Jeanne Martin", "Sinistre non remboursé", "mardi 17 mars 2026");
        Assert.Null(first.Reference);
    }

    [Theory, StraightAndRestarted]
    public async Task Digest_FormOpenedOnTheDesk_StopsAndTheComplaintGoesItsWay(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-05 09:00", restarts);
        string reference = await app.ComplainAsync(body => body["website"] = "https://robot.example");
        await app.AdvanceToAsync("2026-03-06 10:00");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "open-set-aside"), ("id", reference)));
        await app.AdvanceToAsync("2026-03-09 12:00");

        app.Mailbox.Tells(
            ["waiting-mail", "acknowledgement", "assignment"],
            "2026-03-06 10:00 acknowledgement client1001",
            "2026-03-06 10:00 assignment conseil2");
        Assert.Equal("2026-03-05", (await app.ReadAsync(reference)).Field("receivedOn"));
        Assert.Equal("2026-03-17", (await app.ReadAsync(reference)).Field("deadlines.acknowledgeBy"));
    }
}
