using ComplaintFlow.Browser.Tests.Browsing;
using ComplaintFlow.Scenarios.App;
using Microsoft.Playwright;

namespace ComplaintFlow.Browser.Tests;

/// <summary>The pages beside the way of one complaint.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PagesTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task PublicPages_InBothLanguages_ReadWell(int width)
    {
        (TestApp app, Uri address) = await Site.StartAsync();
        await using TestApp _ = app;
        await using Visit visit = await Visit.StartAsync(chromium, address, "public", width);
        foreach ((string path, string name) in new[]
        {
            ("/?lang=en", "form-en"), ("/procedure", "procedure"), ("/procedure?lang=en", "procedure-en"),
            ("/deadlines", "deadlines"), ("/deadlines?received=2026-04-30&zone=alsace-moselle", "deadlines-computed"),
            ("/staff/sign-in", "sign-in"), ("/local/mailbox", "mailbox-empty"),
        })
        {
            await visit.Page.GotoAsync(path);
            await visit.LookAsync(name);
        }

        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task TheForm_WithFaults_NamesThemAndKeepsWhatWasTyped(int width)
    {
        (TestApp app, Uri address) = await Site.StartAsync();
        await using TestApp _ = app;
        await using Visit visit = await Visit.StartAsync(chromium, address, "form", width);
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("#subject").FillAsync("Sans nom");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#subject")).ToHaveValueAsync("Sans nom");
        await Assertions.Expect(visit.Page.Locator(".error").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".errors a").First).ToContainTextAsync("Nom et prénom");
        await visit.LookAsync("faults");
        Assert.All(visit.Faults, fault => Assert.Contains("400", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task TheDesk_ByASignInLink_ShowsMyComplaints(int width)
    {
        (TestApp app, Uri address) = await Site.StartAsync();
        await using TestApp _ = app;
        using HttpResponseMessage received = await app.Http.PostAsync("/api/complaints", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "Jeanne Martin", ["email"] = Staff.Client, ["subject"] = "Sinistre non remboursé", ["description"] = "Rien depuis janvier.",
        }));
        await using Visit visit = await Visit.StartAsync(chromium, address, "desk", width);
        await visit.Page.GotoAsync("/staff/sign-in");
        await visit.Page.Locator("#email").FillAsync(Staff.Manager);
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.LookAsync("1-sent");
        await app.SettleAsync();
        await visit.FollowMailAsync("sign-in", "/staff/enter/");
        await visit.LookAsync("2-enter");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync("**/staff");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Sinistre non remboursé");
        await visit.LookAsync("3-desk");
        await visit.Page.Locator("main a[href*='/staff/complaints/']").First.ClickAsync();
        await visit.LookAsync("4-complaint");
        Assert.Empty(visit.Faults);
    }
}
