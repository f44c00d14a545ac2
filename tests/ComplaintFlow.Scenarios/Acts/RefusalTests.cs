using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Acts;

/// <summary>Out of order, by the wrong person, with wrong fields: refused with the reason, and nothing has changed.</summary>
public sealed class RefusalTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Theory]
    [InlineData("submit", "new", Staff.OtherHandler, "{}")]
    [InlineData("approve", "new", Staff.Manager, "{}")]
    [InlineData("approve", "drafted", Staff.Manager, "{}")]
    [InlineData("return", "new", Staff.Manager, """{"comment":"a"}""")]
    [InlineData("record-sent", "new", Staff.OtherHandler, """{"on":"2026-03-01"}""")]
    [InlineData("record-sent", "submitted", Staff.OtherHandler, """{"on":"2026-03-01"}""")]
    [InlineData("record-call", "submitted", Staff.OtherHandler, """{"summary":"a"}""")]
    [InlineData("record-call", "answered", Staff.OtherHandler, """{"summary":"a"}""")]
    [InlineData("extend", "answered", Staff.OtherHandler, """{"reason":"a","until":"2026-06-01"}""")]
    [InlineData("escalate", "new", Staff.OtherHandler, "{}")]
    [InlineData("escalate", "level-2-answered", Staff.OtherHandler, "{}")]
    [InlineData("escalate", "in-mediation", Staff.OtherHandler, "{}")]
    [InlineData("refer", "new", Staff.OtherHandler, """{"on":"2026-03-02"}""")]
    [InlineData("refer", "answered", Staff.OtherHandler, """{"on":"2026-03-02"}""")]
    [InlineData("mediator-outcome", "new", Staff.Manager, """{"outcome":"accepted","on":"2026-03-02"}""")]
    [InlineData("mediator-outcome", "closed", Staff.Manager, """{"outcome":"accepted","on":"2026-03-02"}""")]
    [InlineData("close", "new", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("close", "submitted", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("close", "in-mediation", Staff.Manager, """{"reason":"a"}""")]
    [InlineData("reopen", "new", Staff.Manager, """{"reason":"a"}""")]
    [InlineData("draft", "received", Staff.DefaultHandler, """{"text":"a","channel":"email"}""")]
    [InlineData("draft", "closed", Staff.Manager, """{"text":"a","channel":"email"}""")]
    [InlineData("submit", "closed", Staff.Manager, "{}")]
    [InlineData("approve", "closed", Staff.Manager, "{}")]
    [InlineData("assign", "closed", Staff.Manager, """{"to":"conseil3@courtier.example"}""")]
    [InlineData("message", "closed", Staff.Manager, """{"text":"a"}""")]
    [InlineData("classify", "closed", Staff.Manager, """{"reason":"a"}""")]
    [InlineData("transfer", "closed", Staff.Manager, """{"to":"a","on":"2026-03-02","reason":"a"}""")]
    [InlineData("extend", "closed", Staff.Manager, """{"reason":"a","until":"2026-06-01"}""")]
    [InlineData("record-call", "closed", Staff.Manager, """{"summary":"a"}""")]
    [InlineData("requalify", "closed", Staff.Manager, """{"reason":"a"}""")]
    [InlineData("change-procedure", "closed", Staff.Manager, """{"procedure":"payment-services","reason":"a"}""")]
    [InlineData("close", "closed", Staff.Manager, """{"reason":"a"}""")]
    [InlineData("assign", "level-2", Staff.Manager, """{"to":"conseil2@courtier.example"}""")]
    [InlineData("draft", "level-2", Staff.Manager, """{"text":"a","channel":"phone"}""")]
    public async Task Act_OutOfOrder_Is409WithItsReason(string action, string state, string by, string fields) =>
        await _app.AssertRefusedAsync(await _app.BringToAsync(state), action, by, JsonNode.Parse(fields), 409);

    [Theory]
    [InlineData("mediator-outcome", Staff.OtherHandler, """{"outcome":"accepted","on":"2026-03-02"}""")]
    [InlineData("requalify", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("reopen", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("hold", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("release", Staff.OtherHandler, """{"reason":"a"}""")]
    [InlineData("change-procedure", Staff.OtherHandler, """{"procedure":"payment-services","reason":"a"}""")]
    [InlineData("note", "conseil3@courtier.example", """{"text":"a"}""")]
    [InlineData("draft", "conseil1@courtier.example", """{"text":"a","channel":"email"}""")]
    [InlineData("assign", "conseil1@courtier.example", """{"to":"conseil1@courtier.example"}""")]
    [InlineData("withdraw", "conseil1@courtier.example", """{"reason":"a"}""")]
    [InlineData("approve", "conseil2@courtier.example", "{}")]
    [InlineData("approve", "conseil1@courtier.example", "{}")]
    [InlineData("return", "conseil1@courtier.example", """{"comment":"a"}""")]
    public async Task Act_OfSomebodyWhoMayNot_Is403(string action, string by, string fields) =>
        await _app.AssertRefusedAsync(await _app.BringToAsync("submitted"), action, by, JsonNode.Parse(fields), 403);

    [Fact]
    public async Task Approve_ByTheAuthor_Is403EvenForTheManager()
    {
        string reference = await _app.BringToAsync("new");
        await _app.ActAsync(reference, "draft", Staff.Manager, new { text = "a", channel = "email" });
        await _app.ActAsync(reference, "submit", Staff.Manager);
        await _app.AssertRefusedAsync(reference, "approve", Staff.Manager, new { }, 403);
    }

    [Fact]
    public async Task Approve_AtLevelTwo_IsForTheDirector()
    {
        string reference = await _app.BringToAsync("level-2");
        await _app.ActAsync(reference, "draft", Staff.Manager, new { text = "a", channel = "email" });
        await _app.ActAsync(reference, "submit", Staff.Manager);
        await _app.AssertRefusedAsync(reference, "approve", Staff.Manager, new { }, 403);
        Assert.Equal("answered", (string)(await _app.ActAsync(reference, "approve", Staff.Director))["status"]!);
    }

    [Theory]
    [InlineData("assign", "{}", "to")]
    [InlineData("assign", """{"to":"stranger@courtier.example"}""", "to")]
    [InlineData("acknowledge", """{"on":"x"}""", "by,on")]
    [InlineData("draft", """{"channel":"fax"}""", "channel,text")]
    [InlineData("return", "{}", "comment")]
    [InlineData("record-sent", "{}", "on")]
    [InlineData("extend", "{}", "reason,until")]
    [InlineData("extend", """{"reason":"a","until":"2026-05-02"}""", "until")]
    [InlineData("record-call", """{"satisfied":"perhaps"}""", "satisfied,summary")]
    [InlineData("note", """{"text":"  "}""", "text")]
    [InlineData("message", "{}", "text")]
    [InlineData("refer", """{"on":"2026-02-30"}""", "on")]
    [InlineData("mediator-outcome", """{"outcome":"won"}""", "on,outcome")]
    [InlineData("court-action", """{"on":"2026-03-03"}""", "on")]
    [InlineData("transfer", "{}", "on,reason,to")]
    [InlineData("transfer", """{"to":"a","on":"2026-03-03","reason":"a"}""", "on")]
    [InlineData("correct", "{}", "")]
    [InlineData("correct", """{"sentOn":"x","receivedOn":"y","writtenOn":"z","complainant":{"email":"a"}}""", "complainant.email,receivedOn,sentOn,writtenOn")]
    [InlineData("correct", """{"receivedOn":"2026-03-03"}""", "receivedOn")]
    [InlineData("resend", "{}", "effect")]
    [InlineData("resend", """{"effect":"7"}""", "effect")]
    [InlineData("resend", """{"effect":"00000000-0000-0000-0000-000000000001"}""", "effect")]
    [InlineData("classify", "{}", "reason")]
    [InlineData("merge", """{"into":"x"}""", "into")]
    [InlineData("merge", """{"into":"R26-2222-2222"}""", "into")]
    [InlineData("change-procedure", "{}", "procedure,reason")]
    [InlineData("change-procedure", """{"procedure":"x","reason":"a"}""", "procedure")]
    [InlineData("hold", "{}", "reason")]
    [InlineData("release", "{}", "reason")]
    [InlineData("requalify", "{}", "reason")]
    [InlineData("withdraw", "{}", "reason")]
    [InlineData("close", "{}", "reason")]
    [InlineData("reopen", "{}", "reason")]
    public async Task Act_WithWrongFields_Is400NamingThemAll(string action, string fields, string wrong)
    {
        string reference = await _app.BringToAsync("new");
        int before = await _app.VersionAsync(reference);
        using HttpResponseMessage response = await _app.TryActAsync(reference, action, Staff.Manager, JsonNode.Parse(fields));
        Assert.Equal(wrong.Split(','), await response.WrongFieldsAsync());
        Assert.Equal(before, await _app.VersionAsync(reference));
    }

    [Fact]
    public async Task Merge_ByAHandler_Is403AndTouchesNeither()
    {
        string reference = await _app.BringToAsync("new");
        string into = await _app.BringToAsync("new");
        int before = await _app.VersionAsync(into);
        await _app.AssertRefusedAsync(reference, "merge", Staff.OtherHandler, new { into }, 403);
        Assert.Equal(before, await _app.VersionAsync(into));
    }

    [Fact]
    public async Task Merge_IntoItself_IsRefused()
    {
        string reference = await _app.BringToAsync("new");
        await _app.AssertRefusedAsync(reference, "merge", Staff.Manager, new { into = reference }, 400);
    }

    [Fact]
    public async Task Client_OnThePage_MayNotDoWhatStaffDo()
    {
        JsonNode answer = await _app.SubmitAsync();
        await _app.SettleAsync();
        int before = await _app.VersionAsync((string)answer["reference"]!);
        foreach (string action in (string[])["note", "approve", "draft", "close", "assign", "correct", "hold"])
        {
            using HttpResponseMessage response = await _app.PostFormAsync((string)answer["trackingUrl"]!, ("action", action), ("text", "a"), ("reason", "a"));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Equal(before, await _app.VersionAsync((string)answer["reference"]!));
    }
}
