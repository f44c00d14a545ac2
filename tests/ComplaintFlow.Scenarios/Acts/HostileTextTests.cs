using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Acts;

/// <summary>Whatever people type comes out as typed, everywhere, and runs nowhere.</summary>
public sealed class HostileTextTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    public static TheoryData<string> Texts => new()
    {
        "Élève « naïf » œuvre à Noël, ça coûte 3 €",
        "\"double\" 'single' `back` \\ backslash & ampersand &amp; %41 ${x} {{y}}",
        "😀👩‍👩‍👧‍👦🏳️‍🌈 𝕏",
        "مرحبا שלום \u202Eabc\u202C",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "</textarea></title><svg onload=alert(1)>",
        "javascript:alert(1) https://evil.example/ data:text/html,x",
        "Première ligne\r\nBcc: victim@evil.example\r\n\r\nDernière ligne",
        "a\u2028b\u2029c\u0085d",
        "=CMD|'/C calc'!A0",
        "..//..\\..%2e%2e/ null undefined NaN 0 -1",
        "x'; DROP TABLE rows; --",
        "-- \n\n> quoted\n.\nfin",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Form_EveryField_ComesOutAsTyped(string text)
    {
        JsonNode answer = await _app.SubmitAsync(body =>
        {
            body["complainant"] = new JsonObject
            {
                ["name"] = text, ["email"] = Staff.Client, ["phone"] = text, ["postalAddress"] = text, ["clientNumber"] = text,
            };
            body["representative"] = new JsonObject { ["name"] = text, ["capacity"] = text };
            body["subject"] = text;
            body["description"] = text;
            body["contract"] = text;
            body["product"] = text;
        });
        await _app.SettleAsync();
        string reference = (string)answer["reference"]!;
        JsonNode complaint = await _app.ReadAsync(reference);
        Assert.All(["subject", "description", "contract", "product"], name => Assert.Equal(text, (string)complaint[name]!));
        Assert.All(["name", "phone", "postalAddress", "clientNumber"], name => Assert.Equal(text, (string)complaint["complainant"]![name]!));
        Assert.All(["name", "capacity"], name => Assert.Equal(text, (string)complaint["representative"]![name]!));
        await AssertShownAsync(reference, text, (string)answer["trackingUrl"]!);
        Assert.Contains(reference, await _app.ListAsync($"q={reference}"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Acts_EveryText_ComesOutAsTyped(string text)
    {
        JsonNode answer = await _app.SubmitAsync();
        string reference = (string)answer["reference"]!;
        await _app.ActAsync(reference, "note", Staff.Manager, new { text });
        await _app.ActAsync(reference, "message", Staff.Manager, new { text });
        await _app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.DefaultHandler, reason = text });
        await _app.ActAsync(reference, "classify", Staff.Manager, new { product = text, reason = text, rootCause = text, redress = text });
        await _app.ActAsync(reference, "transfer", Staff.Manager, new { to = text, on = "2026-03-02", reason = text });
        await _app.ActAsync(reference, "extend", Staff.Manager, new { reason = text, until = "2026-06-01" });
        JsonNode complaint = await _app.AnswerAsync(reference, author: Staff.DefaultHandler, text: text);
        Assert.Equal(text, (string)complaint["draft"]!["text"]!);
        Assert.Contains(complaint["journal"]!.AsArray(), line => (string)line!["type"]! == "note" && (string?)line["text"] == text);
        await AssertShownAsync(reference, text, (string)answer["trackingUrl"]!);
        Assert.Contains(Flat(text), Flat(Pages.TextOf(_app.Mailbox.Only("answer", reference: reference).Html)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("a\\ud800b")]
    [InlineData("\\udc00")]
    [InlineData("a\\ud83d")]
    public async Task Json_NulOrHalfASurrogatePair_Is400NamingTheField(string escaped)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Raw(
            $$"""{"complainant":{"name":"{{escaped}}","email":"a@b.fr","phone":"{{escaped}}"},"subject":"{{escaped}}","description":"{{escaped}}"}"""));
        Assert.Equal(["complainant.name", "complainant.phone", "description", "subject"], await response.WrongFieldsAsync());
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage note = await _app.SendAsync(
            "POST", $"/api/complaints/{reference}/actions/note", Requests.Raw($$"""{"text":"{{escaped}}"}"""), Requests.WithKey(), Requests.As(Staff.Manager));
        Assert.Equal(["text"], await note.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("""{"\ud800":"a"}""")]
    [InlineData("""{"complainant":{"\ud800":"a"}}""")]
    [InlineData("""{"attachments":[{"fileName":"\ud800.pdf","contentType":"a/b","base64":"YQ=="}]}""")]
    [InlineData("""{"attachments":[{"fileName":"a.pdf","contentType":"\ud800","base64":"YQ=="}]}""")]
    [InlineData("""{"attachments":[{"fileName":"a.pdf","base64":"\ud800"}]}""")]
    public async Task Json_HalfASurrogatePairAnywhere_Is400(string json)
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Raw(json));
        Assert.NotEmpty(await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Form_Nul_Is400()
    {
        using HttpResponseMessage response = await _app.SendAsync("POST", "/api/complaints", Requests.Form(Requests.ComplaintForm(("contract", "a\0b"))));
        Assert.NotEmpty(await response.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("😀")]
    public async Task Text_OfTheGreatestLength_IsTakenAndOneMoreIsNot(string character)
    {
        string subject = string.Concat(Enumerable.Repeat(character, 300));
        string description = string.Concat(Enumerable.Repeat(character, 20_000));
        JsonNode answer = await _app.SubmitAsync(body => (body["subject"], body["description"]) = (subject, description));
        await AssertShownAsync((string)answer["reference"]!, description, (string)answer["trackingUrl"]!);
        using HttpResponseMessage form = await _app.SendAsync("POST", "/api/complaints", Requests.Form(
            ("name", "a"), ("email", "a@b.fr"), ("subject", subject), ("description", description)), Requests.Html);
        Assert.Equal(HttpStatusCode.SeeOther, form.StatusCode);

        using HttpResponseMessage tooLong = await _app.PostComplaintAsync(
            Intents.Complaint(body => (body["subject"], body["description"]) = (subject + character, description + character)));
        Assert.Equal(["description", "subject"], await tooLong.WrongFieldsAsync());
        using HttpResponseMessage tooLongForm = await _app.SendAsync("POST", "/api/complaints", Requests.Form(
            ("name", "a"), ("email", "a@b.fr"), ("subject", subject + character), ("description", description + character)));
        Assert.Equal(["description", "subject"], await tooLongForm.WrongFieldsAsync());
    }

    [Fact]
    public async Task Text_OfOneEndlessWord_LeavesThePagesAndMailsWhole()
    {
        string word = new('w', 5_000);
        JsonNode answer = await _app.SubmitAsync(body => body["description"] = word);
        await AssertShownAsync((string)answer["reference"]!, word, (string)answer["trackingUrl"]!);
    }

    /// <summary>The client's and the staff's page hold the text and no script; no mail has a header or a recipient of the text's making.</summary>
    private async Task AssertShownAsync(string reference, string text, string trackingUrl)
    {
        string staffLink = _app.Mailbox.Of("assignment", reference)[0].StaffLink;
        foreach (string link in (string[])[trackingUrl, staffLink])
        {
            string page = await _app.OpenAsync(link);
            Assert.Empty(Pages.ScriptsOf(page));
            Assert.Contains(Flat(text), Flat(Pages.TextOf(page)), StringComparison.Ordinal);
        }

        Assert.All(_app.Mailbox.Where(mail => mail.Reference == reference), mail =>
        {
            Assert.Empty(Pages.ScriptsOf(mail.Html));
            Assert.DoesNotContain('\n', mail.Subject);
            Assert.DoesNotContain("evil.example", mail.To, StringComparison.Ordinal);
            Assert.All(mail.Links, link => Assert.DoesNotContain("evil.example", link, StringComparison.Ordinal));
        });
    }

    /// <summary>White space aside, which HTML does not keep, and what keeps mail programs from making links of words.</summary>
    private static string Flat(string text) => string.Join(' ', text.Replace("\u200B", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
