using ComplaintFlow.Browser.Tests.Browsing;
using ComplaintFlow.Scenarios.App;
using Microsoft.Playwright;

namespace ComplaintFlow.Browser.Tests;

/// <summary>The whole way of a complaint as people walk it: from the form to the mediator, by the links of the mails.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task AComplaint_FromTheFormToTheMediator_IsHandledInTheBrowser(int width, bool javaScript)
    {
        (TestApp app, Uri address) = await Site.StartAsync();
        await using TestApp _ = app;
        await using Visit visit = await Visit.StartAsync(chromium, address, "journey", width, javaScript);

        await ComplainAsync(visit);
        await AnswerAsync(app, visit, "assignment", "Nous vous remboursons 1 250 €.");
        await EscalateAsync(app, visit);
        await AnswerAsync(app, visit, "level-2-request", "Le plafond du contrat est atteint ; nous maintenons notre réponse.");
        await TurnToTheMediatorAsync(app, visit);

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task AComplaintWithoutAnswer_AfterTwoMonths_ShowsTheMediator()
    {
        (TestApp app, Uri address) = await Site.StartAsync();
        await using TestApp _ = app;
        await using Visit visit = await Visit.StartAsync(chromium, address, "silence");
        await ComplainAsync(visit);
        await app.AdvanceToAsync("2026-05-03 00:00");

        await visit.FollowMailAsync("deadline-missed", "/s/");
        await visit.LookAsync("staff-late");
        await visit.FollowMailAsync("mediator-information", "/c/");
        await visit.LookAsync("client-late");

        await Assertions.Expect(visit.Page.Locator("#act-refer")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    private static async Task ComplainAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/");
        await visit.LookAsync("01-form");
        await visit.Page.Locator("#name").FillAsync("Jeanne Martin");
        await visit.Page.Locator("#email").FillAsync(Staff.Client);
        await visit.Page.Locator("#clientNumber").FillAsync("C-1001");
        await visit.Page.Locator("#subject").FillAsync("Sinistre non remboursé");
        await visit.Page.Locator("#description").FillAsync("Mon dégât des eaux du 3 janvier n’est toujours pas remboursé.\n\nJ’ai envoyé toutes les pièces.");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync("**/c/**");
        await visit.LookAsync("02-client-received");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Sinistre non remboursé");
    }

    /// <summary>The person whom that mail asked drafts and submits; whoever must approve does.</summary>
    private static async Task AnswerAsync(TestApp app, Visit visit, string asked, string text)
    {
        await app.SettleAsync();
        await visit.Page.GotoAsync("/local/mailbox");
        await visit.LookAsync($"03-mailbox-{asked}");
        await visit.FollowMailAsync(asked, "/s/");
        await visit.LookAsync($"04-staff-{asked}");
        await visit.ActAsync("draft", ("text", text));
        await visit.LookAsync($"05-staff-drafted-{asked}");
        await visit.ActAsync("submit");
        await visit.LookAsync($"06-staff-submitted-{asked}");

        await app.AdvanceByAsync(TimeSpan.FromHours(1));
        await visit.FollowMailAsync("approval-request", "/s/");
        await Assertions.Expect(visit.Page.Locator(".next .answer")).ToContainTextAsync("médiateur");
        await visit.LookAsync($"07-staff-approval-{asked}");
        await visit.ActAsync("approve");
        await visit.LookAsync($"08-staff-approved-{asked}");
        await app.AdvanceByAsync(TimeSpan.FromHours(1));
    }

    private static async Task EscalateAsync(TestApp app, Visit visit)
    {
        await visit.FollowMailAsync("answer", "/c/");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Nous vous remboursons 1 250 €.");
        await visit.LookAsync("09-client-answered");
        await visit.ActAsync("escalate", ("reason", "Il manque 800 €."));
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Niveau 2");
        await visit.LookAsync("10-client-level-2");
        await app.AdvanceByAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task TurnToTheMediatorAsync(TestApp app, Visit visit)
    {
        await app.SettleAsync();
        await visit.FollowMailAsync("answer", "/c/");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("nous maintenons notre réponse");
        await Assertions.Expect(visit.Page.Locator("#act-refer")).ToContainTextAsync("La Médiation de l’Assurance");
        await visit.LookAsync("11-client-answered-again");
        await visit.ActAsync("refer", ("reference", "M-4711"));
        await Assertions.Expect(visit.Page.Locator(".where")).ToContainTextAsync("Le médiateur étudie votre dossier.");
        await visit.LookAsync("12-client-mediation");
    }
}
