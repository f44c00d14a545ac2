using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>One <c>Idempotency-Key</c>, one complaint: in sequence, at once, per caller, for thirty days.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task Key_SameBodyAgain_GivesTheSameAnswerAlsoDaysLater()
    {
        await using TestApp app = await TestApp.StartAsync();
        string first = await PostAsync(app, "k1");
        await app.AdvanceToAsync("2026-03-20 10:00");
        Assert.Equal(first, await PostAsync(app, "k1"));
        Assert.Single(await app.ListAsync(""));
        app.Mailbox.Only("acknowledgement");
    }

    [Fact]
    public async Task Key_OtherBody_Is422AndChangesNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        await PostAsync(app, "k1");
        using HttpResponseMessage other = await app.PostComplaintAsync(Intents.Complaint(body => body["subject"] = "Autre"), null, "k1");
        await other.ProblemAsync(422);
        Assert.Single(await app.ListAsync(""));
    }

    [Fact]
    public async Task Key_TwentyPostsAtOnce_OpenOneComplaint()
    {
        await using TestApp app = await TestApp.StartAsync();
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(app, "k1")));
        Assert.Single(answers.Distinct());
        Assert.Single(await app.ListAsync(""));
        app.Mailbox.Only("acknowledgement");
        app.Mailbox.Only("assignment");
    }

    [Fact]
    public async Task Key_OfAnotherCaller_IsAnotherKey()
    {
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Keys__public"] = "a-key-that-is-named-public-0123456789" });
        string anonymous = await PostAsync(app, "k1");
        string machine = await PostAsync(app, "k1", TestApp.Key);
        string named = await PostAsync(app, "k1", "a-key-that-is-named-public-0123456789");
        Assert.Equal(3, new[] { anonymous, machine, named }.Distinct().Count());
        Assert.Equal(3, (await app.ListAsync("")).Count);
    }

    [Fact]
    public async Task Key_AfterThirtyDays_IsForgotten()
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        string first = await PostAsync(app, "k1");
        await app.AdvanceToAsync("2026-04-01 08:59");
        Assert.Equal(first, await PostAsync(app, "k1"));
        await app.AdvanceToAsync("2026-04-01 10:01");
        Assert.NotEqual(first, await PostAsync(app, "k1"));
        Assert.Equal(2, (await app.ListAsync("")).Count);
    }

    [Fact]
    public async Task Key_TooLong_Is400AndNeverSilentlyIgnored()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostComplaintAsync(Intents.Complaint(), null, new string('k', 201));
        Assert.Equal(["Idempotency-Key"], await response.WrongFieldsAsync());
        Assert.Empty(await app.ListAsync(""));
    }

    [Fact]
    public async Task Form_ButtonPressedTwice_OpensOneComplaint()
    {
        await using TestApp app = await TestApp.StartAsync();
        (string, string)[] form = Requests.ComplaintForm(("idempotencyKey", "from-the-page"));
        using HttpResponseMessage first = await app.SendAsync("POST", "/api/complaints", Requests.Form(form), Requests.Html);
        using HttpResponseMessage second = await app.SendAsync("POST", "/api/complaints", Requests.Form(form), Requests.Html);
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Single(await app.ListAsync(""));
    }

    private static async Task<string> PostAsync(TestApp app, string idempotencyKey, string? key = null)
    {
        using HttpResponseMessage response = await app.PostComplaintAsync(Intents.Complaint(), key, idempotencyKey);
        JsonNode answer = await response.JsonAsync(HttpStatusCode.Accepted);
        return answer.ToJsonString();
    }
}
