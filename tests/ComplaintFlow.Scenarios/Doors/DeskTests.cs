using System.Net;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>The desk: signing in by a mailed link, what each person sees, absences, signing out.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Desk_WithoutCookie_AsksToSignIn()
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach (string path in (string[])["/staff", "/staff/complaints/R26-2222-2222"])
        {
            using HttpResponseMessage response = await app.SendAsync("GET", path, null, Requests.Html);
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            Assert.Equal("/staff/sign-in", response.Header("Location"));
        }
    }

    [Fact]
    public async Task SignIn_UnknownAddress_AnswersTheSameAndSendsNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage known = await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager));
        using HttpResponseMessage unknown = await app.PostFormAsync("/staff/sign-in", ("email", "nobody@courtier.example"));
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(Staff.Manager, app.Mailbox.Only("sign-in").To);
    }

    [Fact]
    public async Task Cookie_OfTheDesk_IsHttpOnlyAndSameSite()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage asked = await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager));
        string link = Assert.Single(app.Mailbox.Only("sign-in").Links);
        using HttpResponseMessage entered = await app.PostFormAsync(link);
        string cookie = entered.Header("Set-Cookie")!;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Staff.Manager, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Handler_SeesOnlyOwnComplaintsAndManagerAll()
    {
        await using TestApp app = await TestApp.StartAsync();
        string own = await app.ComplainAsync();
        string other = await app.EnterAsync("letter", Intents.WithoutEmail);
        Browser handler = await Browser.SignInAsync(app, Staff.OtherHandler);
        Browser manager = await Browser.SignInAsync(app, Staff.Manager);

        string desk = await handler.GetAsync("/staff");
        Assert.Contains(own, desk, StringComparison.Ordinal);
        Assert.DoesNotContain(other, desk, StringComparison.Ordinal);
        await handler.GetAsync($"/staff/complaints/{own}");
        await handler.GetAsync($"/staff/complaints/{other}", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, await handler.PostAsync($"/staff/complaints/{other}", ("action", "note"), ("text", "a")));

        string all = await manager.GetAsync("/staff");
        Assert.Contains(own, all, StringComparison.Ordinal);
        Assert.Contains(other, all, StringComparison.Ordinal);
        Assert.True(all.IndexOf(other, StringComparison.Ordinal) < all.IndexOf(own, StringComparison.Ordinal), "The letter is due first.");
    }

    [Fact]
    public async Task Absence_AddedAndRemoved_ChangesTheDirectoryOnce()
    {
        await using TestApp app = await TestApp.StartAsync();
        Browser desk = await Browser.SignInAsync(app, Staff.OtherHandler);
        (string, string)[] absence = [("from", "2026-03-09"), ("to", "2026-03-13")];
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", [("action", "absence"), .. absence]));
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", [("action", "absence"), .. absence]));
        string directory = await DirectoryTests.ReadAsync(app);
        Assert.Equal(2, directory.Split("2026-03-09").Length);
        Assert.Equal(HttpStatusCode.BadRequest, await desk.PostAsync("/staff", ("action", "absence"), ("from", "2026-03-13"), ("to", "2026-03-09")));
        Assert.Equal(HttpStatusCode.BadRequest, await desk.PostAsync("/staff", ("action", "absence"), ("from", "x")));
        Assert.Equal(HttpStatusCode.BadRequest, await desk.PostAsync("/staff", ("action", "nonsense")));
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", [("action", "remove-absence"), .. absence]));
        Assert.DoesNotContain("2026-03-09", await DirectoryTests.ReadAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_SignedOutOrTwelveHoursOld_IsOver()
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 08:00");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        using HttpResponseMessage left = await app.SendAsync("POST", "/staff/sign-out", Requests.Form(), Requests.Html, ("Cookie", desk.Cookie));
        Assert.Contains("max-age=0", left.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        await app.AdvanceToAsync("2026-03-02 19:59:59");
        await desk.GetAsync("/staff");
        await app.AdvanceToAsync("2026-03-02 20:00:00");
        await desk.GetAsync("/staff", HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SignInLink_AfterHalfAnHour_IsGone()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage asked = await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager));
        string link = Assert.Single(app.Mailbox.Only("sign-in").Links);
        await app.AdvanceByAsync(TimeSpan.FromMinutes(30));
        using HttpResponseMessage entered = await app.PostFormAsync(link);
        Assert.Equal(HttpStatusCode.Gone, entered.StatusCode);
        Assert.Null(entered.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.SeeOther)]
    [InlineData("platform", HttpStatusCode.OK)]
    public async Task PlatformHeaders_AreBelievedOnlyWhenConfigured(string? setting, HttpStatusCode expected)
    {
        await using TestApp app = await TestApp.StartAsync(settings: setting is null ? [] : new() { ["ComplaintFlow__StaffSignIn"] = setting });
        using HttpResponseMessage desk = await app.SendAsync(
            "GET", "/staff", null, Requests.Html, ("X-MS-CLIENT-PRINCIPAL-NAME", Staff.Manager), ("X-MS-CLIENT-PRINCIPAL", "e30="));
        Assert.Equal(expected, desk.StatusCode);
        using HttpResponseMessage stranger = await app.SendAsync("GET", "/staff", null, Requests.Html, ("X-MS-CLIENT-PRINCIPAL-NAME", "x@evil.example"));
        Assert.Equal(HttpStatusCode.SeeOther, stranger.StatusCode);
    }
}
