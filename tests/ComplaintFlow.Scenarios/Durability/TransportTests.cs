using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Scenarios.App;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>Mail that does not leave is tried again, told, and never holds up a deadline.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task Transport_DownForADay_SendsEverythingOnceAndNoDeadlineMoves()
    {
        bool isDown = false;
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", configure: Answering(_ => isDown ? new SendOutcome.Retry("down") : null));
        string letter = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-13 07:00");
        int before = app.Mailbox.Count();
        isDown = true;
        string web = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-14 07:00");
        Assert.Equal(before, app.Mailbox.Count());
        Assert.Equal("received", (string)(await app.ReadAsync(web))["status"]!);
        isDown = false;
        await app.AdvanceToAsync("2026-03-14 08:05");

        JsonNode missed = Assert.Single((await app.ReadAsync(letter))["journal"]!.AsArray(), line => (string)line!["type"]! == "deadline-missed")!;
        Assert.Equal(TestApp.Instant("2026-03-14 00:00"), (DateTimeOffset)missed["at"]!);
        app.Mailbox.Only("deadline-missed");
        app.Mailbox.Only("acknowledgement", reference: web);
        app.Mailbox.Only("assignment", reference: web);
        Assert.Equal("acknowledged", (string)(await app.ReadAsync(web))["status"]!);
        Assert.Equal(2, app.Mailbox.Of("acknowledgement-reminder", letter).Count(mail => mail.At > TestApp.Instant("2026-03-13 07:00")));
        Assert.Equal(app.Mailbox.Count(), app.Mailbox.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Transport_RefusesTheClientsAddress_TheHandlerIsToldOnceAndMayResend()
    {
        bool refuses = true;
        await using TestApp app = await TestApp.StartAsync(
            configure: Answering(mail => refuses && mail.To == Staff.Client ? new SendOutcome.Rejected("no such mailbox") : null));
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-03 09:00");
        Assert.Equal(Staff.OtherHandler, app.Mailbox.Only("delivery-failed").To);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("received", (string)complaint["status"]!);
        JsonNode failed = Assert.Single(complaint["effects"]!.AsArray(), effect => (string)effect!["status"]! == "failed")!;

        refuses = false;
        complaint = await app.ActAsync(reference, "resend", Staff.OtherHandler, new { effect = (string)failed["id"]! });
        Assert.Equal("acknowledged", (string)complaint["status"]!);
        app.Mailbox.Only("acknowledgement");
    }

    [Fact]
    public async Task Transport_DownForAWeek_GivesUpAndTheManagerStillHearsOfTheMissLater()
    {
        bool isDown = true;
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", configure: Answering(_ => isDown ? new SendOutcome.Retry("down") : null));
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-09 09:00");
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Contains(complaint["effects"]!.AsArray(), effect => (string)effect!["kind"]! == "acknowledgement" && (string)effect["status"]! == "failed");
        Assert.Contains(complaint["effects"]!.AsArray(), effect => (string)effect!["kind"]! == "delivery-failed");
        isDown = false;
        await app.AdvanceToAsync("2026-03-14 00:00");
        app.Mailbox.Only("deadline-missed");
    }

    private static Action<FunctionsApplicationBuilder> Answering(Func<OutgoingMail, SendOutcome?> answer) =>
        builder => builder.Services.Wrap<IMailTransport>(inner => new AnsweringTransport(inner, answer));

    private sealed class AnsweringTransport(IMailTransport inner, Func<OutgoingMail, SendOutcome?> answer) : IMailTransport
    {
        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
            answer(mail) is { } outcome ? Task.FromResult(outcome) : inner.SendAsync(mail, cancellationToken);

        public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
    }
}
