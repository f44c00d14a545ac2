using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary><c>POST /api/complaints</c>: what is accepted, and how a refusal names everything at once.</summary>
public sealed class SubmitTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Fact]
    public async Task Submit_CompleteJson_IsAnsweredAsTheContractSays()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint());
        JsonNode answer = await response.JsonAsync(HttpStatusCode.Accepted);

        string reference = (string)answer["reference"]!;
        Assert.Matches("^R26-[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        Assert.Equal($"/api/complaints/{reference}", response.Header("Location"));
        Assert.Equal("received", (string)answer["status"]!);
        Assert.Equal(1, (int)answer["level"]!);
        Assert.Equal("2026-03-02", (string)answer["receivedOn"]!);
        Assert.Equal("2026-03-13", (string)answer["acknowledgeBy"]!);
        Assert.Equal("2026-05-02", (string)answer["respondBy"]!);
        Assert.Equal("2026-05-03", (string)answer["mediatorFrom"]!);
        Assert.Equal("2027-03-02", (string)answer["mediatorUntil"]!);
        Assert.StartsWith($"{TestApp.PublicUrl}/c/", (string)answer["trackingUrl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_NothingGiven_NamesEveryMissingField()
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Raw("{}"));
        Assert.Equal(["complainant.email", "complainant.name", "description", "subject"], await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Submit_ManyWrongFields_NamesThemAllAtOnce()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(
            Intents.Complaint(body =>
            {
                body["complainant"]!["name"] = new string('n', 301);
                body["complainant"]!["email"] = "nobody";
                body["complainant"]!["kind"] = "company";
                body["representative"] = new JsonObject();
                body["subject"] = new string('s', 301);
                body["description"] = new string('d', 20_001);
                body["sentOn"] = "02/03/2026";
                body["receivedOn"] = "2026-02-30";
                body["writtenOn"] = "1989-12-31";
                body["channel"] = "fax";
                body["language"] = "de";
                body["attachments"] = new JsonArray(new JsonObject { ["fileName"] = "a.pdf", ["base64"] = "?" }, new JsonObject { ["base64"] = "" });
            }),
            TestApp.Key);
        Assert.Equal(
            [
                "attachments[0].base64", "attachments[1].fileName", "channel", "complainant.email", "complainant.kind", "complainant.name", "description",
                "language", "receivedOn", "representative.capacity", "representative.name", "sentOn", "subject", "writtenOn",
            ],
            await response.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("sentOn", "2026-03-03")]
    [InlineData("receivedOn", "2026-03-03")]
    [InlineData("writtenOn", "2026-03-03")]
    [InlineData("procedure", "nonsense")]
    public async Task Submit_DateInTheFutureOrUnknownProcedure_NamesTheField(string field, string value)
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint(body => body[field] = value), TestApp.Key);
        Assert.Equal([field], await response.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("channel", "web")]
    [InlineData("channel", "phone")]
    [InlineData("receivedOn", "2026-03-01")]
    [InlineData("writtenOn", "2026-03-01")]
    [InlineData("procedure", "payment-services")]
    public async Task Submit_StaffFieldWithoutKey_Is401(string field, string value)
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint(body => body[field] = value));
        await response.ProblemAsync(401);
    }

    [Fact]
    public async Task Submit_WrongKey_Is401EvenForAPublicComplaint()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint(), "wrong-key-wrong-key-wrong-key-000");
        await response.ProblemAsync(401);
    }

    [Theory]
    [InlineData("", "Certains champs sont à corriger.", null)]
    [InlineData("?lang=en", "Some fields need to be corrected.", null)]
    [InlineData("", "Some fields need to be corrected.", "en-GB,en;q=0.9,fr;q=0.5")]
    [InlineData("?lang=fr", "Certains champs sont à corriger.", "en")]
    public async Task Problem_Language_IsFrenchUnlessEnglishIsAskedFor(string query, string title, string? acceptLanguage)
    {
        using HttpResponseMessage response = await _app.SendAsync(
            "POST", $"/api/complaints{query}", Requests.Raw("{}"), acceptLanguage is null ? [] : [("Accept-Language", acceptLanguage)]);
        Assert.Equal(title, (string)(await response.ProblemAsync(400))["title"]!);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"subject\": 3}")]
    [InlineData("{\"subject\": true}")]
    [InlineData("{\"subject\": [\"a\"]}")]
    [InlineData("{\"complainant\": {\"name\": {\"first\": \"a\"}}}")]
    [InlineData("{\"complainant\": \"Jeanne\"}")]
    [InlineData("{\"attachments\": \"a\"}")]
    [InlineData("{\"attachments\": [1, null, \"a\", {}]}")]
    public async Task Submit_JsonOfAnotherShape_Is400(string json)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Raw(json));
        Assert.NotEmpty(await response.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("message/rfc822")]
    public async Task Submit_OtherContentType_Is415(string type)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Raw("hello", type));
        await response.ProblemAsync(415);
    }

    [Fact]
    public async Task Submit_LetterWithoutPostalAddress_NamesIt()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint(body => body["channel"] = "letter"), TestApp.Key);
        Assert.Equal(["complainant.postalAddress"], await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Submit_PhoneNumberOnly_IsEnoughToReachSomebody()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(
            Intents.Complaint(body => body["complainant"] = new JsonObject { ["name"] = "Paul", ["phone"] = "06 12 34 56 78" }));
        await response.JsonAsync(HttpStatusCode.Accepted);
    }
}
