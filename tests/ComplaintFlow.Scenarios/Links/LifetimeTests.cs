using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Scenarios.App;
using ComplaintFlow.Scenarios.Doors;

namespace ComplaintFlow.Scenarios.Links;

/// <summary>How long links hold: to the second, through one rotation of keys, while the person is in the directory.</summary>
public sealed class LifetimeTests
{
    private const string First = "first-link-key-0123456789-0123456789";
    private const string Second = "second-link-key-0123456789-012345678";
    private const string Third = "third-link-key-0123456789-0123456789";

    [Fact]
    public async Task StaffLink_After30Days_Is410FromThatSecondOnAndOffersANewOne()
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        string link = app.Mailbox.Only("assignment").StaffLink;
        await app.AdvanceToAsync("2026-04-01 09:59:59");
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(link));
        await app.AdvanceToAsync("2026-04-01 10:00:00");
        Assert.Equal(HttpStatusCode.Gone, await app.StatusOfAsync(link));
        int before = await app.VersionAsync(reference);
        Assert.Equal(HttpStatusCode.Gone, await app.StatusOfAsync(link, "POST"));
        Assert.Equal(before, await app.VersionAsync(reference));

        using HttpResponseMessage renewed = await app.PostFormAsync(link, ("action", "renew"));
        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        TestMail mail = app.Mailbox.Only("sign-in");
        Assert.Equal(Staff.OtherHandler, mail.To);
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(mail.StaffLink));
    }

    [Fact]
    public async Task ClientLink_SixtyDaysAfterTheMediatorsLastDay_Is410AndTheNewOneGoesToTheAddressOnFile()
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        await app.ComplainAsync();
        string link = app.Mailbox.Only("acknowledgement").ClientLink;
        await app.AdvanceToAsync("2027-05-01 22:00");
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(link));
        await app.AdvanceToAsync("2027-05-02 03:00");
        Assert.Equal(HttpStatusCode.Gone, await app.StatusOfAsync(link));
        using HttpResponseMessage renewed = await app.PostFormAsync(link, ("action", "renew"), ("email", "thief@evil.example"));
        Assert.Equal(Staff.Client, app.Mailbox.Only("sign-in").To);
    }

    [Fact]
    public async Task Keys_Rotated_PreviousHoldsAndTheOneBeforeDoesNot()
    {
        Dictionary<string, string> settings = new() { ["ComplaintFlow__LinkKeys__Current"] = First };
        await using TestApp app = await TestApp.StartAsync(settings: settings);
        await app.ComplainAsync();
        string link = app.Mailbox.Only("acknowledgement").ClientLink;
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);

        settings["ComplaintFlow__LinkKeys__Current"] = Second;
        settings["ComplaintFlow__LinkKeys__Previous"] = First;
        await app.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(link));
        await desk.GetAsync("/staff");

        settings["ComplaintFlow__LinkKeys__Current"] = Third;
        settings["ComplaintFlow__LinkKeys__Previous"] = Second;
        await app.RestartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusOfAsync(link));
        await desk.GetAsync("/staff", HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Person_RemovedFromTheDirectory_LosesLinksAndDesk()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        string link = app.Mailbox.Only("assignment").StaffLink;
        Browser desk = await Browser.SignInAsync(app, Staff.OtherHandler);
        string signIn = app.Mailbox.Only("sign-in").Links.Single(each => each.Contains("/staff/enter/", StringComparison.Ordinal));
        JsonNode directory = JsonNode.Parse(await DirectoryTests.ReadAsync(app))!;
        directory["staff"] = new JsonArray([.. directory["staff"]!.AsArray().Where(member => (string)member!["email"]! != Staff.OtherHandler).Select(member =>
        {
            JsonNode kept = member!.DeepClone();
            if ((string?)kept["deputy"] == Staff.OtherHandler)
            {
                kept.AsObject().Remove("deputy");
            }

            return kept;
        })]);
        foreach (JsonNode? client in directory["clients"]!.AsArray().Where(client => (string)client!["handler"]! == Staff.OtherHandler))
        {
            client!["handler"] = Staff.DefaultHandler;
        }

        using HttpResponseMessage put = await DirectoryTests.PutAsync(app, directory.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusOfAsync(link));
        int before = await app.VersionAsync(reference);
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusOfAsync(link, "POST"));
        Assert.Equal(before, await app.VersionAsync(reference));
        await desk.GetAsync("/staff", HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusOfAsync(signIn, "GET"));
        using HttpResponseMessage act = await app.TryActAsync(reference, "note", Staff.OtherHandler, new { text = "a" });
        await act.ProblemAsync(403);
    }

    [Fact]
    public async Task Link_AlreadyExpiredAndOfSomebodyGone_Is404()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        string token = app.Issue(LinkPurpose.Staff, reference, LinkTokens.PersonId("gone@courtier.example"), expires: app.Now.AddDays(-1));
        Assert.Equal(HttpStatusCode.NotFound, await app.StatusOfAsync($"/s/{token}"));
    }
}
