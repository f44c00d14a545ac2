using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>Every written answer, a favourable one included, names the mediator and says how to go there.</summary>
public sealed class EveryAnswerNamesTheMediatorTests
{
    private static readonly string[] WayToTheMediator =
        ["La Médiation de l’Assurance", "Pôle CSCA – TSA 50110 – 75441 PARIS Cedex 09", "www.mediation-assurance.org", "gratuitement", "aucune action judiciaire"];

    [Theory, StraightAndRestarted]
    public async Task Answer_FavourableAtLevelOneThenAtLevelTwo_NamesTheMediator(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference, text: "Vous avez raison sur tout : nous vous remboursons.");
        await app.AdvanceToAsync("2026-03-10 10:00");
        await app.ActAsync(reference, "escalate", Staff.OtherHandler);
        await app.AnswerAsync(reference, Staff.Manager, Staff.Director, "Nous ajoutons les intérêts.");

        Assert.Equal(2, app.Mailbox.Of("answer").Count);
        Assert.All(app.Mailbox.Of("answer"), mail => mail.Says(WayToTheMediator));
    }

    [Theory, StraightAndRestarted]
    public async Task Letter_Favourable_NamesTheMediator(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.PrepareLetterAsync(reference, text: "Vous avez raison sur tout : nous vous remboursons.");
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        (await app.LookAtAsync($"{app.Mailbox.Only("assignment").StaffLink}?letter=answer")).Says(WayToTheMediator);
    }

    [Theory, StraightAndRestarted]
    public async Task Confirmation_OfATelephoneAnswer_NamesTheMediator(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("phone");
        await app.ActAsync(reference, "record-call", Staff.OtherHandler, new { summary = "Remboursement promis." });
        await app.AdvanceByAsync(TimeSpan.FromHours(1));
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.ActAsync(reference, "approve", Staff.Manager);

        app.Mailbox.Only("answer", Staff.Client).Says(WayToTheMediator);
    }

    [Theory, StraightAndRestarted]
    public async Task Approver_BeforeRelease_ReadsTheAnswerWithItsWays(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "draft", Staff.OtherHandler, new { text = "Nous vous remboursons.", channel = "email" });
        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        (await app.LookAtAsync(app.Mailbox.Only("approval-request").StaffLink)).Says(
            ["Nous vous remboursons.", "réclamation@madamecourtage.fr", "reclamation@madamecourtage.fr", .. WayToTheMediator]);
    }
}
