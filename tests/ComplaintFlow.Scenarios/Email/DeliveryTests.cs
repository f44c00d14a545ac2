using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Email;

/// <summary><c>POST /api/delivery</c>: what the mail service says became of our mails.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Handshake_IsAnsweredWithTheCode()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await PostAsync(app, """[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"}}]""");
        Assert.Equal("512d38b6", (await response.JsonAsync()).Field("validationResponse"));
        using HttpRequestMessage cloud = new(HttpMethod.Options, $"/api/delivery?code={TestApp.Key}");
        cloud.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        using HttpResponseMessage allowed = await app.Http.SendAsync(cloud);
        Assert.Equal("eventgrid.azure.net", Assert.Single(allowed.Headers.GetValues("WebHook-Allowed-Origin")));
    }

    [Theory]
    [InlineData("Bounced")]
    [InlineData("Failed")]
    [InlineData("Suppressed")]
    [InlineData("FilteredSpam")]
    [InlineData("Quarantined")]
    public async Task Report_OfAFailure_UndoesTheAcknowledgementAndTellsTheHandler(string status)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string id = Effect(await Settled(app, reference)).Field("id")!;
        await ReportAsync(app, id, status);
        await ReportAsync(app, id, status);
        await ReportAsync(app, id, "Delivered");

        JsonNode complaint = await Settled(app, reference);
        Assert.Equal("failed", Effect(complaint).Field("status"));
        Assert.Equal("received", complaint.Field("status"));
        app.Mailbox.Only("delivery-failed", Staff.OtherHandler);
    }

    [Theory]
    [InlineData("Delivered", false, "delivered")]
    [InlineData("Delivered", true, "delivered")]
    [InlineData("Expanded", false, "sent")]
    [InlineData("", false, "sent")]
    public async Task Report_OfAnotherFate_IsKeptOrIgnored(string status, bool asCloudEvent, string expected)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await ReportAsync(app, Effect(await Settled(app, reference)).Field("id")!, status, asCloudEvent);
        JsonNode complaint = await Settled(app, reference);
        Assert.Equal(expected, Effect(complaint).Field("status"));
        Assert.Equal(expected == "delivered", complaint["journal"]!.AsArray().Any(line => line!.Field("type") == "mail-delivered"));
    }

    [Theory]
    [InlineData("N", "", "")]
    [InlineData("B", "", "")]
    [InlineData("D", "upper", "")]
    [InlineData("", "", "sender/no-reply@courtier.example/message/{0}")]
    [InlineData("", "<{0}@courtier.example>", "")]
    [InlineData("", "{0}@COURTIER.example", "")]
    public async Task Report_HoweverItWritesTheId_FindsTheMail(string form, string internetId, string subject)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        Guid id = Guid.Parse(Effect(await Settled(app, reference)).Field("id")!);
        string operation = form.Length == 0 ? "" : id.ToString(form);
        await app.ReportAsync(
            internetId == "upper" ? operation.ToUpperInvariant() : operation,
            internetId is "" or "upper" ? null : string.Format(System.Globalization.CultureInfo.InvariantCulture, internetId, id),
            subject: string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, id));
        Assert.Equal("delivered", Effect(await Settled(app, reference)).Field("status"));
    }

    [Theory]
    [InlineData("""[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"00000000-0000-8000-8000-000000000000","status":"Failed"}}]""", 200)]
    [InlineData("""[{"eventType":"Microsoft.Storage.BlobCreated","data":{}},5,null,{"eventType":7}]""", 200)]
    [InlineData("""{"type":"Microsoft.Communication.EmailDeliveryReportReceived","data":"nothing"}""", 200)]
    [InlineData("[]", 200)]
    [InlineData("not json", 400)]
    [InlineData("", 400)]
    public async Task Report_AboutNothingOfOurs_IsIgnored(string body, int status)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await PostAsync(app, body);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Door_WithoutKey_IsClosed()
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent body = new("[]", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/delivery", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static JsonNode Effect(JsonNode complaint) => Assert.Single(complaint["effects"]!.AsArray(), effect => effect!.Field("kind") == "acknowledgement")!;

    private static async Task<JsonNode> Settled(TestApp app, string reference)
    {
        await app.SettleAsync();
        return await app.ReadAsync(reference);
    }

    private static async Task ReportAsync(TestApp app, string id, string status, bool asCloudEvent = false)
    {
        object data = new { messageId = id, status, recipient = Staff.Client, deliveryStatusDetails = new { statusMessage = "550 No such user" } };
        const string Type = "Microsoft.Communication.EmailDeliveryReportReceived";
        object body = asCloudEvent ? new { specversion = "1.0", id = "1", type = Type, data } : new object[] { new { id = "1", eventType = Type, data } };
        using HttpResponseMessage response = await PostAsync(app, JsonSerializer.Serialize(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await app.SettleAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(TestApp app, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        return await app.Http.PostAsync(new Uri($"/api/delivery?code={TestApp.Key}", UriKind.Relative), content);
    }
}
