using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>Mails about no complaint that come back: known as ours, and told to somebody whose mail arrives.</summary>
public sealed class DirectMailTests
{
    [Theory, StraightAndRestarted]
    public async Task SignIn_ThatCameBack_IsToldToTheManagerOnceADay(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await app.AdvanceToAsync("2026-03-02 10:00");
        foreach (TestMail mail in app.Mailbox.Of("sign-in"))
        {
            await IsBounceAsync(app, mail, Staff.DefaultHandler);
        }

        TestMail told = app.Mailbox.Only("delivery-failed", Staff.Manager);
        told.Says(Staff.DefaultHandler, "lien de connexion", "5.1.1");
        Assert.Null(told.Reference);
        Assert.Empty(await ParkedAsync(app));
        await app.AdvanceToAsync("2026-03-03 10:00");
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await IsBounceAsync(app, app.Mailbox.Of("sign-in")[^1], Staff.DefaultHandler);
        Assert.Equal(2, app.Mailbox.Of("delivery-failed").Count);
    }

    [Fact]
    public async Task Digest_ThatCameBack_IsToldToTheDirector_AndThatMailsBounceToNobody()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.TakeMailAsync(Mail(headers: "Precedence: bulk"), "parked");
        await app.AdvanceToAsync("2026-03-04 08:01");
        await IsBounceAsync(app, app.Mailbox.Only("waiting-mail"), Staff.Manager);
        TestMail told = app.Mailbox.Only("delivery-failed", Staff.Director);
        told.Says(Staff.Manager, "envois à examiner");
        await IsBounceAsync(app, told, Staff.Director);
        Assert.Single(app.Mailbox.Of("delivery-failed"));
    }

    [Fact]
    public async Task Delay_OfASignIn_TellsNobody()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await IsBounceAsync(app, app.Mailbox.Only("sign-in"), Staff.DefaultHandler, "delayed");
        Assert.Empty(app.Mailbox.Of("delivery-failed"));
    }

    [Fact]
    public async Task Report_OfTheMailService_ThatASignInFailed_IsToldToTheManager()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await AskForSignInAsync(app, Staff.DefaultHandler);
        string id = app.Mailbox.Only("sign-in").MessageId.Trim('<', '>').Split('@')[0];
        await app.ReportAsync(id, null, "Suppressed");
        await app.ReportAsync(id, null, "Delivered");
        app.Mailbox.Only("delivery-failed", Staff.Manager).Says("Suppressed");
    }

    [Fact]
    public async Task Bounce_OfASignInOfLongAgo_IsParked()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await app.AdvanceToAsync("2026-04-03 09:00");
        await app.TakeMailAsync(Bounce(app.Mailbox.Of("sign-in")[0].MessageId, Staff.DefaultHandler), "parked");
    }

    [Fact]
    public async Task SignIn_RefusedAtOnce_IsToldToTheManager()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", configure: RefusingTransport.Of(Staff.DefaultHandler));
        await AskForSignInAsync(app, Staff.DefaultHandler);
        await AskForSignInAsync(app, Staff.DefaultHandler);
        app.Mailbox.Only("delivery-failed").Says(Staff.DefaultHandler, "550 5.1.1 No such user");
    }

    [Fact]
    public async Task Bounce_WhileNoMailCanLeave_IsKeptAndToldLater()
    {
        bool isDown = false;
        await using TestApp app = await TestApp.StartAsync(
            "2026-03-02 09:00", configure: builder => builder.Services.Wrap<IMailTransport>(mailbox => new Interrupted(mailbox, () => isDown)));
        await AskForSignInAsync(app, Staff.DefaultHandler);
        string bounce = Bounce(app.Mailbox.Only("sign-in").MessageId, Staff.DefaultHandler);
        isDown = true;
        using (HttpResponseMessage refused = await app.PostMailAsync(Encoding.UTF8.GetBytes(bounce)))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        }

        isDown = false;
        await app.AdvanceToAsync("2026-03-02 09:10");
        app.Mailbox.Only("delivery-failed", Staff.Manager);
        Assert.Equal("duplicate", (await app.TakeMailAsync(bounce)).Field("outcome"));
        app.Mailbox.Only("delivery-failed");
    }

    private static async Task IsBounceAsync(TestApp app, TestMail mail, string to, string action = "failed")
    {
        JsonNode answer = await app.TakeMailAsync(Bounce(mail.MessageId, to, action));
        Assert.Equal(("bounce", null), (answer.Field("outcome"), answer.Field("reference")));
    }

    private static async Task AskForSignInAsync(TestApp app, string email)
    {
        using HttpResponseMessage asked = await app.PostFormAsync("/staff/sign-in", ("email", email));
        asked.EnsureSuccessStatusCode();
    }

    private static async Task<JsonArray> ParkedAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.SendAsync("GET", "/api/parked", null, Requests.WithKey());
        return (await response.JsonAsync())["items"]!.AsArray();
    }

    /// <summary>A mail server that does not answer for a while.</summary>
    private sealed class Interrupted(IMailTransport mailbox, Func<bool> isDown) : IMailTransport
    {
        public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            isDown() ? new SendOutcome.Retry("down") : await mailbox.SendAsync(mail, cancellationToken);

        public Task CheckAsync(CancellationToken cancellationToken) => mailbox.CheckAsync(cancellationToken);
    }
}
