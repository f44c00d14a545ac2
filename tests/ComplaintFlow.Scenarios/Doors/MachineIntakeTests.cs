using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>What a machine with a key may send: documents too, without anybody of the staff.</summary>
public sealed class MachineIntakeTests
{
    [Fact]
    public async Task Complaint_OfAMachineWithADocument_IsStoredWithIt()
    {
        await using TestApp app = await TestApp.StartAsync();

        string reference = await app.EnterAsync("email", body => body["attachments"] = new JsonArray(
            new JsonObject { ["fileName"] = "courrier.pdf", ["contentType"] = "application/pdf", ["base64"] = "JVBERg==" }));

        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("courrier.pdf", (string)complaint["attachments"]![0]!["fileName"]!);
        Assert.Equal("application", (string)complaint["journal"]![0]!["actor"]!);
    }

    [Fact]
    public async Task Body_WithManyFaults_NamesThemAllAtOnceAndPassesOverTheUnknown()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonObject body = new()
        {
            ["complainant"] = "Jeanne",
            ["subject"] = 5,
            ["description"] = "",
            ["attachments"] = "x",
            ["channel"] = "pigeon",
            ["procedure"] = "zz",
            ["writtenOn"] = "hier",
            ["unknown"] = 1,
        };

        using HttpResponseMessage response = await app.PostComplaintAsync(body, TestApp.Key);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        JsonObject errors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.Superset(
            new HashSet<string> { "complainant", "subject", "description", "attachments", "channel", "procedure", "writtenOn" },
            errors.Select(error => error.Key).ToHashSet());
        Assert.DoesNotContain("unknown", errors.Select(error => error.Key));
    }

    [Fact]
    public async Task RecordSent_OfALetterThatWasNeverApproved_IsRefusedOnTheDayOfTheAcknowledgementToo()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Bonjour.", channel = "letter" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);

        using HttpResponseMessage response = await app.TryActAsync(reference, "record-sent", Staff.OtherHandler, new { on = "2026-03-02" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }
}
