using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>The reply address of a client's mail names the complaint; it counts together with the client's address only.</summary>
public sealed class ReplyAddressTests
{
    private const string Alias = "reclamation@madamecourtage.fr";

    [Fact]
    public async Task ReplyAddress_OfClientsMails_HasTheTag_AndOfStaffMailsHasNot()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string address = AddressOf(app);
        Assert.Matches($@"^reclamation\+{reference.Replace("-", "", StringComparison.Ordinal)}\.[0-9a-f]{{20}}@madamecourtage\.fr$", address);
        Assert.Equal(Alias, app.MimeOf(app.Mailbox.Only("assignment")).ReplyTo());
    }

    [Theory]
    [InlineData("To", false)]
    [InlineData("Cc", false)]
    [InlineData("Delivered-To", true)]
    [InlineData("X-Original-To", false)]
    public async Task Reply_WithNothingButTheAddress_Joins(string header, bool inLowerCase)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string address = inLowerCase ? AddressOf(app).ToLowerInvariant() : AddressOf(app).ToUpperInvariant();
        Assert.Equal(reference, await app.TakeMailAsync(To(address, header: header), "attached"));
        app.Mailbox.Only("client-message", Staff.OtherHandler);
    }

    [Fact]
    public async Task GenuineAddress_FromSomebodyElse_OpensAComplaintOfItsOwnWithANote()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        JsonNode answer = await app.TakeMailAsync(To(AddressOf(app), "autre@example.fr", more: "Reply-To: client1001@example.fr"));
        await IsApartAsync(app, reference, answer, $"other-sender: {reference}");
    }

    [Theory]
    [InlineData("client1001@example.fr")]
    [InlineData("autre@example.fr")]
    public async Task MadeUpAddress_WhoeverWrites_OpensAComplaintOfItsOwnWithANote(string from)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string genuine = AddressOf(app);
        int digit = genuine.IndexOf('.', StringComparison.Ordinal) + 1;
        string forged = genuine[..digit] + (genuine[digit] == '0' ? '1' : '0') + genuine[(digit + 1)..];
        await IsApartAsync(app, reference, await app.TakeMailAsync(To(forged, from)), $"made-up-address: {reference}");
    }

    [Fact]
    public async Task GenuineAddress_OfAnotherComplaint_DoesNotJoinThatOne()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string mine = await app.ComplainAsync();
        string others = await app.ComplainAsync(body => body["complainant"]!["email"] = "voisin@example.fr");
        string address = app.MimeOf(app.Mailbox.Only("acknowledgement", reference: others)).ReplyTo();
        await IsApartAsync(app, others, await app.TakeMailAsync(To(address)), $"other-sender: {others}");
        Assert.Equal(mine, await app.TakeMailAsync(To(address, subject: $"Re: {mine}", id: "<b@example.fr>"), "attached"));
    }

    [Fact]
    public async Task Address_MadeWithThePreviousKey_StillCounts_AndAfterItIsRemovedNoLonger()
    {
        Dictionary<string, string> settings = new() { ["ComplaintFlow__LinkKeys__Current"] = new string('a', 40) };
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: settings);
        string reference = await app.ComplainAsync();
        string address = AddressOf(app);
        settings["ComplaintFlow__LinkKeys__Current"] = new string('b', 40);
        settings["ComplaintFlow__LinkKeys__Previous"] = new string('a', 40);
        await app.RestartAsync();
        Assert.Equal(reference, await app.TakeMailAsync(To(address), "attached"));
        settings.Remove("ComplaintFlow__LinkKeys__Previous");
        await app.RestartAsync();
        await app.TakeMailAsync(To(address, id: "<c@example.fr>"), "opened");
    }

    [Theory]
    [InlineData("conseil1@courtier.example", "staff")]
    [InlineData("reclamation+quelque-chose@madamecourtage.fr", "ours")]
    [InlineData("Reclamation+R26@MadameCourtage.fr", "ours")]
    public async Task Mail_FromTheFirmToSuchAnAddress_IsParked(string from, string reason)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.ComplainAsync();
        JsonNode answer = await app.TakeMailAsync(To(AddressOf(app), from));
        Assert.Equal("parked", answer.Field("outcome"));
        Assert.StartsWith(reason, answer.Field("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_Off_LeavesThePlainAlias_AndOldAddressesStillCount()
    {
        Dictionary<string, string> settings = [];
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: settings);
        string reference = await app.ComplainAsync();
        string address = AddressOf(app);
        settings["ComplaintFlow__Email__PlusAddressing"] = "off";
        await app.RestartAsync();
        await app.AnswerAsync(reference);
        Assert.Equal(Alias, app.MimeOf(app.Mailbox.Only("answer")).ReplyTo());
        Assert.Equal(reference, await app.TakeMailAsync(To(address), "attached"));
    }

    private static string AddressOf(TestApp app) => app.MimeOf(app.Mailbox.Only("acknowledgement")).ReplyTo();

    private static string To(
        string address, string from = "Jeanne Martin <client1001@example.fr>", string header = "To", string subject = "Sans rapport", string id = "<a@example.fr>", string? more = null)
    {
        string mail = Mail("Suite.", subject, from, id, headers: more is null ? [] : [more]);
        return header == "To"
            ? mail.Replace("To: reclamations-alias@courtier.example", $"To: {address}", StringComparison.Ordinal)
            : $"{header}: {address}\r\n{mail}";
    }

    private static async Task IsApartAsync(TestApp app, string reference, JsonNode answer, string reason)
    {
        Assert.Equal(("opened", reason), (answer.Field("outcome"), answer.Field("reason")));
        string opened = answer.Field("reference")!;
        Assert.NotEqual(reference, opened);
        Assert.Contains((await app.ReadAsync(opened)).Lines("note"), line => line.ToJsonString().Contains(reference, StringComparison.Ordinal));
        Assert.Empty((await app.ReadAsync(reference)).Lines("message-received"));
        string page = Pages.TextOf(await app.OpenAsync(app.Mailbox.Only("acknowledgement", reference: opened).ClientLink));
        Assert.DoesNotContain(reference, page, StringComparison.Ordinal);
    }
}
