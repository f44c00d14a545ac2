using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Links;

/// <summary>Links as people use them: twice, too late, in the wrong order; and what they leave behind.</summary>
public sealed class UseTests
{
    [Fact]
    public async Task Approval_PressedTwice_IsDoneOnceAndSaysSo()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await SubmittedAsync(app);
        string link = app.Mailbox.Only("approval-request").StaffLink;
        Assert.Equal(HttpStatusCode.OK, (await app.PostFormAsync(link, ("action", "approve"))).StatusCode);
        await app.SettleAsync();
        int version = await app.VersionAsync(reference);
        using HttpResponseMessage again = await app.PostFormAsync(link, ("action", "approve"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("déjà", Pages.TextOf(await again.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(version, await app.VersionAsync(reference));
        app.Mailbox.Only("answer");
    }

    [Fact]
    public async Task Approval_OfADraftThatWasReplaced_Is409AndSendsNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await SubmittedAsync(app);
        string link = app.Mailbox.Only("approval-request").StaffLink;
        await app.ActAsync(reference, "return", Staff.Manager, new { comment = "Plus court." });
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Autre.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        int version = await app.VersionAsync(reference);
        foreach (string action in (string[])["approve", "return"])
        {
            using HttpResponseMessage response = await app.PostFormAsync(link, ("action", action), ("comment", "Trop long."));
            Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
            Assert.Contains("remplacé", Pages.TextOf(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(version, await app.VersionAsync(reference));
        Assert.Empty(app.Mailbox.Of("answer"));
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("awaiting-approval", (string)complaint["status"]!);
    }

    [Fact]
    public async Task StaffMail_Always_CarriesExactlyOneStaffLink()
    {
        await using TestApp app = await TestApp.StartAsync();
        await SubmittedAsync(app);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-06-01 09:00");
        TestMail[] mails = [.. app.Mailbox.Where(mail => mail.To.EndsWith("@courtier.example", StringComparison.Ordinal) && mail.Reference is not null)];
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Single(mail.Links.Distinct(), link => link.Contains("/s/", StringComparison.Ordinal)));
        Assert.All(app.Mailbox.Where(mail => mail.To == Staff.Client), mail => Assert.DoesNotContain("/s/", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_OfAnyKind_NeverReachesTheLogs()
    {
        using LogBook logs = new();
        await using TestApp app = await TestApp.StartAsync(configure: logs.Listen);
        string reference = await SubmittedAsync(app);
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        await desk.GetAsync("/staff");
        string[] tokens =
        [
            .. app.Mailbox.SelectMany(mail => mail.Links).Where(link => link.StartsWith(TestApp.PublicUrl, StringComparison.Ordinal)).Select(Tokens.Of).Where(token => token.Length > 40),
            app.Issue(LinkPurpose.Client, reference, LinkClaims.ClientId, expires: app.Now.AddDays(-1)),
            app.Issue(LinkPurpose.Client, reference, LinkClaims.ClientId)[..^3] + "AAA",
            desk.Cookie.Split('=')[1],
        ];
        foreach (string token in tokens)
        {
            foreach (string door in (string[])["c", "s", "staff/enter"])
            {
                await app.StatusOfAsync($"/{door}/{token}");
                await app.StatusOfAsync($"/{door}/{token}", "POST");
                await app.StatusOfAsync($"/{door}/{token}", "HEAD");
            }
        }

        Assert.True(tokens.Length > 5, "There are tokens of every kind.");
        Assert.NotEmpty(logs.Lines);
        Assert.All(tokens, token => Assert.DoesNotContain(logs.Lines, line => line.Contains(token[..30], StringComparison.Ordinal)));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(TestApp.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(Staff.Client, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_Inside_SaysATraceIdAndNothingElse()
    {
        bool isBroken = false;
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.Wrap<ITableStore>(store => new InterceptedStore(store)
        {
            BeforeRead = () => isBroken ? throw new InvalidOperationException("secret detail at /var/data/complaints.db") : default,
        }));
        string reference = await app.ComplainAsync();
        string link = app.Mailbox.Only("acknowledgement").ClientLink;
        isBroken = true;
        using HttpResponseMessage machine = await app.SendAsync("GET", $"/api/complaints/{reference}", null, Requests.WithKey());
        string text = (await machine.ProblemAsync(500)).ToJsonString();
        using HttpResponseMessage page = await app.SendAsync("GET", link, null, Requests.Html);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.All(
            [text, await page.Content.ReadAsStringAsync()],
            answer => Assert.All(["secret", "/var/data", "InvalidOperation", "   at ", Tokens.Of(link)], leak => Assert.DoesNotContain(leak, answer, StringComparison.Ordinal)));
        isBroken = false;
    }

    private static async Task<string> SubmittedAsync(TestApp app)
    {
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Nous vous remboursons.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        return reference;
    }
}
