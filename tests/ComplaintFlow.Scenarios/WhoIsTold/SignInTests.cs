using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>sign-in</c>: to staff, on request.</summary>
public sealed class SignInTests
{
    [Theory, StraightAndRestarted]
    public async Task SignIn_OnRequest_OpensTheDesk(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-03 08:45");

        Browser desk = await Browser.SignInAsync(app, Staff.OtherHandler);

        TestMail mail = app.Mailbox.Only("sign-in", Staff.OtherHandler).Says("mardi 3 mars 2026 à 9 h 15");
        Assert.Equal(TestApp.Instant("2026-03-03 08:45"), mail.At);
        Assert.Null(mail.Reference);
        Reading.Says(Pages.TextOf(await desk.GetAsync("/staff")), reference, "Sinistre non remboursé");
    }

    [Theory, StraightAndRestarted]
    public async Task SignIn_UnknownAddress_GetsTheSamePageAndNoMail(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        using HttpResponseMessage known = await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager));
        using HttpResponseMessage unknown = await app.PostFormAsync("/staff/sign-in", ("email", "inconnu@example.fr"));
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        app.Mailbox.Tells([], "2026-03-02 09:00 sign-in reclamations");
    }
}
