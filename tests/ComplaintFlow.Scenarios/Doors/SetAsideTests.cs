using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>What looks like a robot's: answered like any other, kept with its documents and its ten days, opened or discarded on the desk.</summary>
public sealed class SetAsideTests
{
    [Fact]
    public async Task Robot_Answer_IsLikeAnyOtherAndNothingIsMailed()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonNode robot = await RobotAsync(app);
        JsonNode person = await app.SubmitAsync();
        Assert.Equal(person.AsObject().Select(member => member.Key), robot.AsObject().Select(member => member.Key));
        Assert.Contains("Sinistre non remboursé", Pages.TextOf(await app.OpenAsync((string)robot["trackingUrl"]!)), StringComparison.Ordinal);
        Assert.DoesNotContain((string)robot["reference"]!, await app.ListAsync(""));
        Assert.DoesNotContain(app.Mailbox, mail => mail.Reference == (string)robot["reference"]!);
    }

    [Fact]
    public async Task Robot_PostedAgainWithItsKey_GivesTheSameAnswerLaterAndIsKeptOnce()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonNode first = await RobotAsync(app);
        await app.AdvanceToAsync("2026-03-10 09:00");
        Assert.Equal(first.ToJsonString(), (await RobotAsync(app)).ToJsonString());
    }

    [Fact]
    public async Task Robot_OpenedOnTheDesk_IsReceivedWhenItCameWithItsDocuments()
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        JsonNode robot = await RobotAsync(app);
        string reference = (string)robot["reference"]!;
        await app.AdvanceToAsync("2026-03-05 09:00");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        Assert.Contains("2026-03-13", await desk.GetAsync("/staff"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "open-set-aside"), ("id", reference)));
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "open-set-aside"), ("id", reference)));
        await app.SettleAsync();

        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("2026-03-02", (string)complaint["receivedOn"]!);
        Assert.Equal("2026-03-13", (string)complaint["deadlines"]!["acknowledgeBy"]!);
        Assert.Equal("preuve.txt", (string)Assert.Single(complaint["attachments"]!.AsArray())!["fileName"]!);
        app.Mailbox.Only("acknowledgement");
    }

    [Fact]
    public async Task Robot_Discarded_StaysDiscardedWhenItComesAgain()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = (string)(await RobotAsync(app))["reference"]!;
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "discard-set-aside"), ("id", reference)));
        Assert.DoesNotContain(reference, await desk.GetAsync("/staff"), StringComparison.Ordinal);
        await RobotAsync(app);
        Assert.DoesNotContain(reference, await desk.GetAsync("/staff"), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> RobotAsync(TestApp app)
    {
        JsonObject body = Intents.Complaint(complaint =>
        {
            complaint["website"] = "https://spam.example";
            complaint["attachments"] = new JsonArray(
                new JsonObject { ["fileName"] = "preuve.txt", ["contentType"] = "text/plain", ["base64"] = "YWJj" });
        });
        using HttpResponseMessage response = await app.PostComplaintAsync(body, null, "robot");
        return await response.JsonAsync(HttpStatusCode.Accepted);
    }
}
