using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Acts;

/// <summary>Every act of the contract: done twice it is harmless and says so, done eight times at once it is done once.</summary>
public sealed class TwiceTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    /// <summary>Action, the state it starts from, who acts, its fields.</summary>
    public static TheoryData<string, string, string, string> Acts => new()
    {
        { "assign", "new", Staff.Manager, """{"to":"conseil3@courtier.example","reason":"Spécialiste."}""" },
        { "acknowledge", "received", Staff.DefaultHandler, """{"by":"phone"}""" },
        { "acknowledge", "received", Staff.DefaultHandler, """{"by":"letter"}""" },
        { "draft", "new", Staff.OtherHandler, """{"text":"Bonjour.","channel":"email"}""" },
        { "submit", "drafted", Staff.OtherHandler, "{}" },
        { "approve", "submitted", Staff.Manager, """{"comment":"Bien."}""" },
        { "return", "submitted", Staff.Manager, """{"comment":"À revoir."}""" },
        { "record-sent", "letter-approved", Staff.OtherHandler, """{"on":"2026-03-02"}""" },
        { "extend", "new", Staff.OtherHandler, """{"reason":"Expertise.","until":"2026-06-01"}""" },
        { "record-call", "new", Staff.OtherHandler, """{"summary":"Expliqué au téléphone."}""" },
        { "note", "new", Staff.OtherHandler, """{"text":"Vu."}""" },
        { "message", "new", Staff.OtherHandler, """{"text":"Nous avançons."}""" },
        { "escalate", "answered", Staff.OtherHandler, """{"reason":"Insatisfait."}""" },
        { "refer", "level-2-answered", Staff.OtherHandler, """{"on":"2026-03-02","reference":"MED-1"}""" },
        { "mediator-outcome", "in-mediation", Staff.Manager, """{"outcome":"accepted","on":"2026-03-02"}""" },
        { "court-action", "new", Staff.OtherHandler, """{"on":"2026-03-01"}""" },
        { "transfer", "new", Staff.OtherHandler, """{"to":"Assureur","on":"2026-03-02","reason":"Compétent."}""" },
        { "correct", "new", Staff.OtherHandler, """{"contract":"C-1","complainant":{"phone":"0102030405"}}""" },
        { "classify", "new", Staff.OtherHandler, """{"product":"Auto","reason":"Délai"}""" },
        { "change-procedure", "new", Staff.Manager, """{"procedure":"payment-services","reason":"Carte."}""" },
        { "hold", "new", Staff.Manager, """{"reason":"Litige."}""" },
        { "requalify", "new", Staff.Manager, """{"reason":"Une demande."}""" },
        { "withdraw", "new", Staff.OtherHandler, """{"reason":"Erreur."}""" },
        { "close", "answered", Staff.OtherHandler, """{"reason":"Satisfait."}""" },
        { "reopen", "closed", Staff.Manager, """{"reason":"Nouvelle pièce."}""" },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Act_Twice_IsHarmlessAndSaysSo(string action, string state, string by, string fields)
    {
        string reference = await _app.BringToAsync(state);
        await ActOnceAsync(reference, action, by, fields);
        string before = (await _app.ReadAsync(reference)).ToJsonString();
        int mails = _app.Mailbox.Count(mail => mail.Reference == reference);

        using HttpResponseMessage again = await _app.TryActAsync(reference, action, by, JsonNode.Parse(fields));
        await again.JsonAsync();
        Assert.Equal("true", again.Header("X-Already-Done"));
        await _app.SettleAsync();
        Assert.Equal(before, (await _app.ReadAsync(reference)).ToJsonString());
        Assert.Equal(mails, _app.Mailbox.Count(mail => mail.Reference == reference));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Act_EightTimesAtOnce_IsDoneOnce(string action, string state, string by, string fields)
    {
        string reference = await _app.BringToAsync(state);
        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.TryActAsync(reference, action, by, JsonNode.Parse(fields))));
        Assert.Equal((1, 7, 0), Acting.Count(responses));
        await _app.SettleAsync();
        JsonNode complaint = await _app.ReadAsync(reference);
        Assert.All(
            complaint["effects"]!.AsArray().GroupBy(effect => $"{effect!["kind"]} {effect["to"]}"),
            group => Assert.True(group.Count() == 1 || group.Key.StartsWith("progress", StringComparison.Ordinal) || state is not ("new" or "drafted" or "submitted"), group.Key));
        Assert.Contains(reference, await _app.ListAsync($"q={reference}&status={complaint["status"]}&level={complaint["level"]}&handler={complaint["handler"]}"));
    }

    [Fact]
    public async Task Merge_TwiceAndAtOnce_IsDoneOnce()
    {
        string from = await _app.BringToAsync("new");
        string into = await _app.BringToAsync("new");
        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.TryActAsync(from, "merge", Staff.Manager, new { into })));
        Assert.Equal((1, 7, 0), Acting.Count(responses));
        await _app.SettleAsync();
        Assert.Single((await _app.ReadAsync(into))["journal"]!.AsArray(), line => (string)line!["type"]! == "absorbed");
    }

    [Fact]
    public async Task Merge_EachIntoTheOther_NeverClosesBoth()
    {
        string first = await _app.BringToAsync("new");
        string second = await _app.BringToAsync("new");
        await Task.WhenAll(
            _app.TryActAsync(first, "merge", Staff.Manager, new { into = second }), _app.TryActAsync(second, "merge", Staff.Manager, new { into = first }));
        await _app.SettleAsync();
        string[] statuses = [(string)(await _app.ReadAsync(first))["status"]!, (string)(await _app.ReadAsync(second))["status"]!];
        Assert.Contains(statuses, status => status != "closed");
    }

    private async Task ActOnceAsync(string reference, string action, string by, string fields)
    {
        using HttpResponseMessage first = await _app.TryActAsync(reference, action, by, JsonSerializer.Deserialize<JsonNode>(fields));
        await first.JsonAsync();
        Assert.Null(first.Header("X-Already-Done"));
        await _app.SettleAsync();
    }
}
