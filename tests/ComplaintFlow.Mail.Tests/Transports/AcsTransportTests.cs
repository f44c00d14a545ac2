using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using ComplaintFlow.Mail.Tests.AcsServer;

namespace ComplaintFlow.Mail.Tests.Transports;

public sealed class AcsTransportTests : IAsyncLifetime
{
    private static readonly TimeSpan Polling = TimeSpan.FromMilliseconds(5);
    private AcsService _service = null!;
    private AcsTransport _transport = null!;

    public async Task InitializeAsync()
    {
        _service = await AcsService.StartAsync();
        _transport = new AcsTransport(_service.Client(), TimeSpan.FromSeconds(20), Polling);
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Send_AcceptedMail_ArrivesWhole_WithItsHeaderFields()
    {
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr") with { Thread = ["premier@exemple.fr", "7d1c@courtier.example"] };

        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));

        JsonNode sent = Assert.Single(_service.Sent);
        Assert.Equal(mail.FromAddress, (string?)sent["senderAddress"]);
        Assert.Equal("jeanne@exemple.fr", (string?)sent["recipients"]!["to"]![0]!["address"]);
        Assert.Equal("Jeanne Martin", (string?)sent["recipients"]!["to"]![0]!["displayName"]);
        Assert.Equal(mail.ReplyTo, (string?)sent["replyTo"]![0]!["address"]);
        Assert.Equal(mail.Subject, (string?)sent["content"]!["subject"]);
        Assert.Equal(mail.Text, (string?)sent["content"]!["plainText"]);
        Assert.Equal(mail.Html, (string?)sent["content"]!["html"]);
        Assert.True((bool)sent["userEngagementTrackingDisabled"]!);
        JsonNode headers = sent["headers"]!;
        Assert.Equal($"<{mail.Id}@courtier.example>", (string?)headers["Message-ID"]);
        Assert.Equal("true", (string?)headers["x-ms-acsemail-validate-message-id"]);
        Assert.Equal("<7d1c@courtier.example>", (string?)headers["In-Reply-To"]);
        Assert.Equal("<premier@exemple.fr> <7d1c@courtier.example>", (string?)headers["References"]);
        Assert.Equal("auto-generated", (string?)headers["Auto-Submitted"]);
        Assert.Equal("answer", (string?)headers["X-ComplaintFlow-Kind"]);
        Assert.Equal(mail.Reference, (string?)headers["X-ComplaintFlow-Reference"]);
    }

    [Fact]
    public async Task Send_TheSameMailAgain_FindsTheFirst()
    {
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));
        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));

        Assert.Single(_service.Sent);
        Assert.Single(_service.Requests, "POST");
    }

    [Fact]
    public async Task Send_TheSameMailAgain_WhenTheServiceHasForgotten_FindsTheMessageIdUsed()
    {
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");
        await _transport.SendAsync(mail, default);
        _service.ForgetOperations();

        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));

        Assert.Single(_service.Sent);
    }

    [Fact]
    public async Task Send_WithItsAnswerLost_LeavesOnce()
    {
        _service.LosesNextAnswer = true;

        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));

        Assert.Single(_service.Sent);
    }

    [Fact]
    public async Task Send_UnderWay_IsWaitedFor()
    {
        Queue<string> states = new(["Running", "NotStarted", "Running"]);
        _service.Standing = () => states.TryDequeue(out string? state) ? state : "Succeeded";

        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));

        Assert.Empty(states);
    }

    [Fact]
    public async Task Send_UnderWayForTooLong_IsLeftToTheNextAttempt_WhichFindsIt()
    {
        AcsTransport impatient = new(_service.Client(), TimeSpan.FromMilliseconds(300), Polling);
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");
        _service.Standing = () => "Running";

        Assert.IsType<SendOutcome.Retry>(await impatient.SendAsync(mail, default));
        _service.Standing = () => "Succeeded";
        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));

        Assert.Single(_service.Sent);
    }

    [Fact]
    public async Task Send_ThatTheServiceGivesUp_IsRejectedWithItsWords()
    {
        _service.Standing = () => "Failed";

        SendOutcome outcome = await _transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);

        Assert.Equal("EmailDroppedAllRecipientsSuppressed The recipient is suppressed.", Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"InvalidRecipient","message":"The address is not valid."}}""", "InvalidRecipient The address is not valid.")]
    [InlineData(413, """{"error":{"code":"TooLarge","message":"Over 10 MB."}}""", "TooLarge Over 10 MB.")]
    public async Task Send_RefusedForGood_IsRejectedWithItsWords(int status, string body, string reason)
    {
        _service.Refusal = () => _service.Requests.Last() == "POST" ? (status, body) : null;

        SendOutcome outcome = await _transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);

        Assert.Equal(reason, Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
    }

    [Theory]
    [InlineData(401, """{"error":{"code":"Denied","message":"No."}}""", "refuse la clé")]
    [InlineData(404, """{"error":{"code":"DomainNotLinked","message":"The domain is not linked."}}""", "The domain is not linked.")]
    [InlineData(429, "", "429")]
    [InlineData(503, "<html>busy</html>", "503")]
    public async Task Send_RefusedForNow_IsTriedAgain(int status, string body, string reason)
    {
        _service.Refusal = () => _service.Requests.Last() == "POST" ? (status, body) : null;
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        SendOutcome outcome = await _transport.SendAsync(mail, default);
        Assert.Contains(reason, Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);

        _service.Refusal = () => null;
        Assert.IsType<SendOutcome.Sent>(await _transport.SendAsync(mail, default));
    }

    [Fact]
    public async Task Send_ToWhatIsNoAddress_IsRejected() =>
        Assert.IsType<SendOutcome.Rejected>(await _transport.SendAsync(Outgoing.To("jeanne"), default));

    [Fact]
    public async Task Check_OfAServiceThatLetsIn_Passes()
    {
        await _transport.CheckAsync(default);

        Assert.Equal(["GET"], _service.Requests);
    }

    [Fact]
    public async Task Check_WithAWrongKey_SaysSo()
    {
        AcsTransport stranger = new(_service.Client($"endpoint={_service.Endpoint};accesskey=d3Jvbmc="), TimeSpan.FromSeconds(5), Polling);

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => stranger.CheckAsync(default));

        Assert.Contains("refuse la clé", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_OutOfReach_IsTriedAgain()
    {
        AcsTransport nowhere = new(_service.Client("endpoint=http://127.0.0.1:1/;accesskey=d3Jvbmc="), TimeSpan.FromSeconds(5), Polling);

        SendOutcome outcome = await nowhere.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);

        Assert.Contains("injoignable", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
    }
}
