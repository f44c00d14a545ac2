using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>
/// Contact details in a text are those in force on the day it is sent, while a complaint keeps the delays and the start of
/// the clock under which it was received.
/// </summary>
public sealed class ProcedureVersionsTests
{
    [Theory, StraightAndRestarted]
    public async Task NewVersion_DuringAComplaint_ChangesTheContactsAndNotTheDelays(bool restarts)
    {
        using RulesFile procedure = TwoVersions();
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, With(procedure));
        string before = await app.ComplainAsync();
        app.Mailbox.Only("acknowledgement").Says("La Médiation de l’Assurance", "reclamation@madamecourtage.fr");

        await app.AdvanceToAsync("2026-03-19 23:59:59");
        (await app.LookAtAsync("/procedure")).Says("La Médiation de l’Assurance", "2 (deux) mois");
        await app.AdvanceToAsync("2026-03-20 00:00");
        (await app.LookAtAsync("/procedure")).Says("Médiateur du courtage", "1 (un) mois");

        JsonNode complaint = await app.AnswerAsync(before);
        TestMail answer = app.Mailbox.Only("answer").Says("Médiateur du courtage", "8 place du Change, 69005 LYON", "ecoute@madamecourtage.fr");
        answer.DoesNotSay("La Médiation de l’Assurance");
        answer.DoesNotSay("reclamation@madamecourtage.fr");
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
    }

    [Theory, StraightAndRestarted]
    public async Task NewVersion_ComplaintsReceivedUnderIt_HaveItsDelays(bool restarts)
    {
        using RulesFile procedure = TwoVersions();
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, With(procedure));
        string before = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-20 09:00");
        string after = await app.ComplainAsync();

        await app.AdvanceToAsync("2026-04-21 00:00");

        app.Mailbox.Only("deadline-missed", reference: after).Says("lundi 20 avril 2026");
        Assert.Empty(app.Mailbox.Of("deadline-missed", before));
        Assert.Equal("2026-04-20", (await app.ReadAsync(after)).Field("deadlines.respondBy"));
        Assert.Equal("2026-05-21", (await app.ReadAsync(after)).Field("deadlines.mediatorFrom"));
    }

    [Theory, StraightAndRestarted]
    public async Task Letter_PrintedAfterTheNewVersion_HasTheNewContacts(bool restarts)
    {
        using RulesFile procedure = TwoVersions();
        await using TestApp app = await TestApp.StartAsync("2026-03-19 09:00", restarts, With(procedure));
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.PrepareLetterAsync(reference);
        await app.AdvanceToAsync("2026-03-20 08:30");

        (await app.LookAtAsync($"{app.Mailbox.Only("assignment").StaffLink}?letter=answer")).Says("Médiateur du courtage", "ecoute@madamecourtage.fr");
    }

    private static Dictionary<string, string> With(RulesFile procedure) => new() { ["ComplaintFlow__Procedure"] = procedure.Path };

    /// <summary>From 20 March 2026: another mediator, another complaints mailbox, one month to answer.</summary>
    private static RulesFile TwoVersions() => RulesFile.Procedure(rules =>
    {
        JsonArray versions = rules["versions"]!.AsArray();
        JsonNode next = versions[0]!.DeepClone();
        next["version"] = "2026-1";
        next["inForceFrom"] = "2026-03-20";
        next["mediator"] = new JsonObject
        {
            ["name"] = "Médiateur du courtage",
            ["postalAddress"] = "8 place du Change, 69005 LYON",
            ["website"] = "https://mediateur-courtage.example",
        };
        next["firm"]!["complaintsEmail"] = "ecoute@madamecourtage.fr";
        next["firm"]!["complaintsEmailAlias"] = "ecoute@madamecourtage.fr";
        JsonNode insurance = next["regimes"]![0]!;
        insurance["respond"] = "1 months";
        insurance["responseReminders"] = new JsonArray(15, 25);
        insurance["managerFromDay"] = 20;
        versions.Add(next);
    });
}
