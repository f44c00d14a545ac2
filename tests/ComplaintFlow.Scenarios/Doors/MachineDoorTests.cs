using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>The machine doors: key, scope, person, entity tags, references as people write them.</summary>
public sealed class MachineDoorTests : IAsyncLifetime
{
    private const string ReadOnly = "key-that-may-only-read-0123456789abc";
    private const string Acting = "key-that-may-read-and-act-0123456789";
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(settings: new()
    {
        ["ComplaintFlow__Keys__reader"] = ReadOnly,
        ["ComplaintFlow__KeyScopes__reader"] = "read",
        ["ComplaintFlow__Keys__actor"] = Acting,
        ["ComplaintFlow__KeyScopes__actor"] = "read,act",
    });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "/api/complaints" }, { "GET", "/api/complaints/{0}" }, { "POST", "/api/complaints/{0}/actions/note" },
        { "POST", "/api/complaints/{0}/attachments" }, { "GET", "/api/complaints/{0}/attachments/x" }, { "GET", "/api/directory" }, { "PUT", "/api/directory" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Door_WithoutKeyOrWithAWrongOne_Is401(string method, string path)
    {
        string reference = await _app.ComplainAsync();
        string door = path.Replace("{0}", reference, StringComparison.Ordinal);
        using HttpResponseMessage none = await _app.SendAsync(method, door);
        await none.ProblemAsync(401);
        using HttpResponseMessage wrong = await _app.SendAsync(method, door, null, Requests.WithKey(TestApp.Key + "x"));
        await wrong.ProblemAsync(401);
        using HttpResponseMessage query = await _app.SendAsync(method, $"{door}?code={TestApp.Key[..^1]}");
        await query.ProblemAsync(401);
    }

    [Theory]
    [InlineData("POST", "/api/complaints/{0}/actions/note", ReadOnly)]
    [InlineData("POST", "/api/complaints/{0}/actions/approve", Acting)]
    [InlineData("POST", "/api/complaints/{0}/actions/return", Acting)]
    [InlineData("POST", "/api/complaints/{0}/attachments", ReadOnly)]
    [InlineData("GET", "/api/directory", Acting)]
    [InlineData("PUT", "/api/directory", Acting)]
    public async Task Door_KeyWithoutTheScope_Is403(string method, string path, string key)
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage response = await _app.SendAsync(
            method, path.Replace("{0}", reference, StringComparison.Ordinal), Requests.Raw("{}"), Requests.WithKey(key), Requests.As(Staff.Manager));
        await response.ProblemAsync(403);
    }

    [Fact]
    public async Task Submit_KeyWithoutIntake_Is403()
    {
        using HttpResponseMessage response = await _app.PostComplaintAsync(Intents.Complaint(), ReadOnly);
        await response.ProblemAsync(403);
    }

    [Fact]
    public async Task Key_InTheQuery_IsAsGoodAsTheHeader()
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/complaints/{reference}?code={ReadOnly}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Act_PersonMissingOrUnknown_Is400Or403()
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage missing = await _app.SendAsync(
            "POST", $"/api/complaints/{reference}/actions/note", Requests.Raw("{\"text\":\"a\"}"), Requests.WithKey(Acting));
        Assert.Equal(["x-staff-email"], await missing.WrongFieldsAsync());
        using HttpResponseMessage unknown = await _app.TryActAsync(reference, "note", "nobody@courtier.example", new { text = "a" });
        await unknown.ProblemAsync(403);
        using HttpResponseMessage otherCase = await _app.TryActAsync(reference, "note", Staff.OtherHandler.ToUpperInvariant(), new { text = "a" });
        Assert.Equal(HttpStatusCode.OK, otherCase.StatusCode);
        JsonNode line = (await _app.ReadAsync(reference))["journal"]!.AsArray().Last(each => (string)each!["type"]! == "note")!;
        Assert.Equal(Staff.OtherHandler, (string)line["actor"]!);
        Assert.Equal("test", (string)line["key"]!);
    }

    [Fact]
    public async Task Reference_WithoutDashesAndInAnyCase_IsFound()
    {
        string reference = await _app.ComplainAsync();
        string bare = reference.Replace("-", "", StringComparison.Ordinal);
        foreach (string written in (string[])[bare, bare.ToLowerInvariant(), reference.ToLowerInvariant()])
        {
            Assert.Equal(reference, (string)(await _app.ReadAsync(written))["reference"]!);
            using HttpResponseMessage act = await _app.TryActAsync(written, "note", Staff.Manager, new { text = written });
            Assert.Equal(HttpStatusCode.OK, act.StatusCode);
        }
    }

    [Theory]
    [InlineData("R26-2222-2222")]
    [InlineData("nonsense")]
    [InlineData("R26-7KQ4-M2ZD-")]
    [InlineData("%00")]
    [InlineData("..")]
    public async Task Reference_Unknown_IsNotFound(string written)
    {
        using HttpResponseMessage read = await _app.SendAsync("GET", $"/api/complaints/{written}", null, Requests.WithKey());
        Assert.True(read.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.OK, $"{read.StatusCode}");
        using HttpResponseMessage act = await _app.TryActAsync("R26-2222-2222", "note", Staff.Manager, new { text = "a" });
        await act.ProblemAsync(404);
    }

    [Fact]
    public async Task Action_Unknown_Is404()
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage response = await _app.TryActAsync(reference, "delete", Staff.Manager);
        await response.ProblemAsync(404);
    }

    [Fact]
    public async Task ETag_OfAnOlderVersion_IsRefusedAndTheCurrentOnePasses()
    {
        string reference = await _app.ComplainAsync();
        await _app.SettleAsync();
        using HttpResponseMessage read = await _app.SendAsync("GET", $"/api/complaints/{reference}", null, Requests.WithKey());
        string tag = read.Header("ETag")!;
        using HttpResponseMessage same = await _app.SendAsync("GET", $"/api/complaints/{reference}", null, Requests.WithKey(), ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        using HttpResponseMessage first = await _app.TryActAsync(reference, "note", Staff.Manager, new { text = "a" }, $"\"0\", {tag}");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(tag, first.Header("ETag"));
        using HttpResponseMessage second = await _app.TryActAsync(reference, "note", Staff.Manager, new { text = "b" }, tag);
        await second.ProblemAsync(412);
        using HttpResponseMessage any = await _app.TryActAsync(reference, "note", Staff.Manager, new { text = "b" }, "*");
        Assert.Equal(HttpStatusCode.OK, any.StatusCode);
        using HttpResponseMessage nonsense = await _app.TryActAsync(reference, "note", Staff.Manager, new { text = "c" }, "nonsense");
        await nonsense.ProblemAsync(412);
    }

    [Fact]
    public async Task Complaint_AsMachinesReadIt_HasEveryMemberOfTheContract()
    {
        string reference = await _app.ComplainAsync(body => body["representative"] = new JsonObject { ["name"] = "Me Roux", ["capacity"] = "avocat" });
        await _app.AnswerAsync(reference);
        JsonNode complaint = await _app.ReadAsync(reference);
        Assert.All(
            [
                "reference", "status", "level", "channel", "subject", "description", "complainant", "representative", "handler", "receivedOn", "sentOn", "writtenOn",
                "deadlines", "acknowledgement", "answeredOn", "draft", "procedure", "version", "journal", "effects", "attachments",
            ],
            name => Assert.NotNull(complaint[name]));
        Assert.All(["acknowledgeBy", "respondBy", "mediatorFrom", "mediatorUntil"], name => Assert.NotNull(complaint["deadlines"]![name]));
        Assert.All(["number", "author", "channel", "text", "state"], name => Assert.NotNull(complaint["draft"]![name]));
        Assert.NotNull(complaint["acknowledgement"]!["sentAt"]);
        Assert.All(complaint["effects"]!.AsArray(), effect => Assert.All(["id", "kind", "to", "status", "at", "attempts"], name => Assert.NotNull(effect![name])));
        Assert.All(complaint["journal"]!.AsArray(), line => Assert.All(["number", "at", "actor", "type"], name => Assert.NotNull(line![name])));
        Assert.Equal((int)complaint["version"]!, (int)complaint["journal"]!.AsArray()[^1]!["number"]!);
    }
}
