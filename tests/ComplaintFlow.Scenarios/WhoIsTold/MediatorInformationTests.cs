using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary>
/// <c>mediator-information</c>: to a client with an address, else the handler is asked for a letter; once, at
/// <c>mediatorFrom</c> if nothing was answered; not after a court action.
/// </summary>
public sealed class MediatorInformationTests
{
    [Theory, StraightAndRestarted]
    public async Task Notice_NothingAnswered_ReachesTheClientOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();
        await app.AdvanceToAsync("2026-06-30 00:00");

        app.Mailbox.Tells(["mediator-information"], "2026-05-03 00:00 mediator-information client1001");
    }

    [Theory, StraightAndRestarted]
    public async Task Notice_SentBeforeItWasReceived_ComesTwoMonthsAfterTheSending(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", body =>
        {
            Intents.WithoutEmail(body);
            body["sentOn"] = "2026-02-25";
        });
        await app.AdvanceToAsync("2026-06-30 00:00");

        app.Mailbox.Tells(["mediator-information"], "2026-04-26 00:00 mediator-information conseil1");
    }

    [Theory, StraightAndRestarted]
    public async Task Notice_ExtendedBeyondTwoMonths_ComesAllTheSame(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "extend", Staff.OtherHandler, new { reason = "Expertise.", until = "2026-06-01" });
        await app.AdvanceToAsync("2026-05-20 00:00");

        app.Mailbox.Tells(["mediator-information", "deadline-missed"], "2026-05-03 00:00 mediator-information client1001");
    }

    [Theory, StraightAndRestarted]
    public async Task Notice_AnsweredOrBeforeACourt_DoesNotCome(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.AnswerAsync(await app.ComplainAsync());
        await app.ActAsync(await app.ComplainAsync(), "court-action", Staff.Manager, new { on = "2026-03-02" });
        await app.AdvanceToAsync("2026-05-20 00:00");

        app.Mailbox.Tells(["mediator-information"]);
    }
}
