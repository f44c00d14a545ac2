using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>
/// Promise 7 of the published procedure: without an answer within two months, or still dissatisfied after level 2, the
/// client may go to the mediator, free of charge, as long as no court action has been started.
/// </summary>
public sealed class FreeMediatorTests
{
    private static readonly string[] WayToTheMediator =
        ["gratuitement", "La Médiation de l’Assurance", "Pôle CSCA – TSA 50110 – 75441 PARIS Cedex 09", "le.mediateur@mediation-assurance.org"];

    [Theory, StraightAndRestarted]
    public async Task Mediator_NoAnswerInTwoMonths_IsOpenFromTheDayAfterAndTheClientIsTold(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-02 23:59");
        await app.RefusesAsync(reference, "refer", Staff.OtherHandler, new { on = "2026-05-02" });
        Assert.Null((await app.ReadAsync(reference))["mediatorOpen"]);

        await app.AdvanceToAsync("2026-05-03 00:00");

        TestMail told = app.Mailbox.Only("mediator-information", Staff.Client).Says([.. WayToTheMediator, "mardi 2 mars 2027 inclus"]);
        Assert.Equal(TestApp.Instant("2026-05-03 00:00"), told.At);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("2026-05-03", complaint.Field("mediatorOpen.since"));
        Assert.Equal("no-answer", complaint.Field("mediatorOpen.ground"));
    }

    [Theory, StraightAndRestarted]
    public async Task Mediation_FromReferralToOutcome_ClosesTheComplaint(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-05-11 12:00");

        await app.FillInAsync(app.Mailbox.Only("mediator-information").ClientLink, "refer", ("on", "2026-05-10"), ("reference", "MED-2026-77"));
        JsonNode referred = await app.ReadAsync(reference);
        Assert.Equal("in-mediation", referred.Field("status"));
        Assert.Equal("3", referred.Field("level"));
        app.Mailbox.Only("client-message", Staff.OtherHandler).Says("dimanche 10 mai 2026", "MED-2026-77");

        await app.AdvanceToAsync("2026-08-20 12:00");
        JsonNode closed = await app.ActAsync(reference, "mediator-outcome", Staff.Manager, new { outcome = "accepted", on = "2026-08-19" });

        Assert.Equal("closed", closed.Field("status"));
        Assert.Equal("mediation", closed.Field("closure"));
        app.Mailbox.Only("closed", Staff.Client).Says("mercredi 19 août 2026", "la proposition du médiateur est acceptée");
    }

    [Theory, StraightAndRestarted]
    public async Task Mediator_AfterTheLevelTwoAnswer_IsOpenOnThatDay(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.RefusesAsync(reference, "refer", Staff.OtherHandler, new { on = "2026-03-02" });
        await app.ActAsync(reference, "escalate", Staff.OtherHandler);
        await app.AdvanceToAsync("2026-03-16 10:00");
        await app.AnswerAsync(reference, Staff.Manager, Staff.Director, "Nous maintenons notre position.");

        Assert.Contains(app.Mailbox.Of("answer"), mail => mail.At == TestApp.Instant("2026-03-16 10:00"));
        app.Mailbox.Of("answer")[^1].Says(WayToTheMediator);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("2026-03-16", complaint.Field("mediatorOpen.since"));
        Assert.Equal("dissatisfied", complaint.Field("mediatorOpen.ground"));
        JsonNode referred = await app.ActAsync(reference, "refer", Staff.Manager, new { on = "2026-03-16" });
        Assert.Equal("in-mediation", referred.Field("status"));
    }

    [Theory, StraightAndRestarted]
    public async Task Mediator_AfterACourtAction_IsClosedAndNobodyIsSentThere(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        string page = app.Mailbox.Only("acknowledgement").ClientLink;
        await app.AdvanceToAsync("2026-04-02 10:00");
        await app.FillInAsync(page, "court-action", ("on", "2026-04-01"));

        await app.AdvanceToAsync("2026-05-20 12:00");

        Assert.Empty(app.Mailbox.Of("mediator-information"));
        Assert.Null((await app.ReadAsync(reference))["mediatorOpen"]);
        Assert.DoesNotContain("refer", (await app.LookAtAsync(page)).Acts);
        JsonNode problem = await app.RefusesAsync(reference, "refer", Staff.OtherHandler, new { on = "2026-05-20" });
        Assert.Contains("action judiciaire", problem.Field("detail"), StringComparison.Ordinal);
    }

    [Theory, StraightAndRestarted]
    public async Task Mediator_ClientWithoutAnAddress_IsToldByALetterThatTheHandlerIsAskedFor(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);

        await app.AdvanceToAsync("2026-05-03 00:00");

        TestMail asked = app.Mailbox.Only("mediator-information", Staff.DefaultHandler).Says("2 rue du Port, 44000 Nantes", "La Médiation de l’Assurance");
        (await app.LookAtAsync($"{asked.StaffLink}?letter=mediator-information")).Says([reference, "Paul Durand", .. WayToTheMediator]);
    }
}
