using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>What is not a complaint by a person is kept with its date, never answered, and one act makes a complaint of it.</summary>
public sealed class ParkedTests
{
    [Theory]
    [InlineData("automatic", "Auto-Submitted: auto-replied")]
    [InlineData("automatic", "Precedence: bulk")]
    [InlineData("automatic", "List-Id: <offres.example.fr>")]
    [InlineData("ours", "X-ComplaintFlow-Kind: acknowledgement")]
    public async Task AutomaticMail_IsParkedWithItsReasonAndNobodyIsMailed(string reason, string header)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string id = await app.TakeMailAsync(Mail(headers: header), "parked");
        JsonNode item = Assert.Single(await ListAsync(app))!;
        Assert.Equal((id, "mail", reason, "2026-03-02", "2026-03-13"), (item.Field("id"), item.Field("kind"), item.Field("reason"), item.Field("receivedOn"), item.Field("acknowledgeBy")));
        Assert.Empty(app.Mailbox);
        Assert.Empty(await app.ListAsync(""));
    }

    [Theory]
    [InlineData("Conseil <conseil1@courtier.example>", "staff")]
    [InlineData("reclamation@madamecourtage.fr", "ours")]
    [InlineData("=?utf-8?q?Moi?= <r\u00e9clamation@madamecourtage.fr>", "ours")]
    public async Task Mail_FromTheFirmItself_IsParked(string from, string reason)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.TakeMailAsync(Mail(from: from), "parked");
        Assert.Equal(reason, Assert.Single(await ListAsync(app))!.Field("reason"));
    }

    [Theory, StraightAndRestarted]
    public async Task ParkedMail_Opened_IsAComplaintOfTheDayItCame(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string id = await app.TakeMailAsync(Mail(headers: "Precedence: bulk"), "parked");
        await app.AdvanceToAsync("2026-03-05 09:00");
        JsonNode complaint = await OpenAsync(app, id, HttpStatusCode.OK);
        Assert.Equal(complaint.Field("reference"), (await OpenAsync(app, id, HttpStatusCode.OK)).Field("reference"));
        await app.SettleAsync();

        Assert.Equal(id, complaint.Field("reference"));
        Assert.Equal("2026-03-02", complaint.Field("receivedOn"));
        Assert.Equal("2026-03-13", (string)complaint["deadlines"]!["acknowledgeBy"]!);
        Assert.Equal("message-recu.eml", (string)Assert.Single(complaint["attachments"]!.AsArray())!["fileName"]!);
        app.Mailbox.Only("acknowledgement", Staff.Client, id);
        Assert.Empty(await ListAsync(app));
    }

    [Fact]
    public async Task ParkedMail_OnTheDesk_ShowsItsDateAndReasonAndIsOpenedByOneAct()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string id = await app.TakeMailAsync(Mail(headers: "Auto-Submitted: auto-generated"), "parked");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        string page = await desk.GetAsync("/staff");
        Assert.Contains("2026-03-13", page, StringComparison.Ordinal);
        Assert.Contains("message automatique", Pages.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "open-set-aside"), ("id", id)));
        await app.SettleAsync();
        Assert.Equal("email", (await app.ReadAsync(id)).Field("channel"));
    }

    [Fact]
    public async Task ParkedMail_NobodyLooksAt_IsInTheManagersDigest()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.TakeMailAsync(Mail(headers: "Precedence: bulk"), "parked");
        await app.AdvanceToAsync("2026-03-04 07:59");
        Assert.Empty(app.Mailbox.Of("waiting-mail"));
        await app.AdvanceToAsync("2026-03-04 08:01");
        app.Mailbox.Only("waiting-mail", Staff.Manager).Says("Sinistre non rembourse");
    }

    [Fact]
    public async Task Mails_MoreInAnHourThanAPersonWrites_AreParked()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: new() { ["ComplaintFlow__Intake__MailsPerHour"] = "3" });
        for (int i = 0; i < 3; i++)
        {
            await app.TakeMailAsync(Mail($"Message {i}", id: $"<{i}@example.fr>"), "opened");
        }

        JsonNode fourth = await app.TakeMailAsync(Mail("Encore", id: "<4@example.fr>"));
        Assert.Equal(("parked", true), (fourth.Field("outcome"), fourth.Field("reason")!.StartsWith("too-many", StringComparison.Ordinal)));
        await app.TakeMailAsync(Mail("Un autre", from: "autre@example.fr", id: "<autre@example.fr>"), "opened");
        await app.AdvanceToAsync("2026-03-02 10:01");
        await app.TakeMailAsync(Mail("Plus tard", id: "<5@example.fr>"), "opened");
    }

    [Fact]
    public async Task OurOwnMails_FedBack_AreParkedAndTheLoopStops()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.ComplainAsync();
        await app.SettleAsync();
        string[] sent = System.IO.Directory.GetFiles(Path.Combine(app.DataDirectory, "mailbox"), "*.eml");
        Assert.Equal(2, sent.Length);
        foreach (string path in sent)
        {
            string raw = await File.ReadAllTextAsync(path);
            await app.TakeMailAsync(raw, "parked");
            await app.TakeMailAsync(raw, "duplicate");
        }

        Assert.Equal(2, System.IO.Directory.GetFiles(Path.Combine(app.DataDirectory, "mailbox"), "*.eml").Length);
        Assert.Single(await app.ListAsync(""));
    }

    [Fact]
    public async Task Door_WithoutPersonOrKnownId_IsClosed()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await OpenAsync(app, "R26-2222-222B", HttpStatusCode.NotFound);
        await OpenAsync(app, "nonsense", HttpStatusCode.NotFound);
        using HttpResponseMessage noKey = await app.Http.GetAsync(new Uri("/api/parked", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, noKey.StatusCode);
    }

    private static async Task<JsonArray> ListAsync(TestApp app)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/parked");
        request.Headers.Add("x-functions-key", TestApp.Key);
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return (await response.JsonAsync())["items"]!.AsArray();
    }

    private static async Task<JsonNode> OpenAsync(TestApp app, string id, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/parked/{id}/open");
        request.Headers.Add("x-functions-key", TestApp.Key);
        request.Headers.Add("x-staff-email", Staff.Manager);
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return await response.JsonAsync(expected);
    }
}
