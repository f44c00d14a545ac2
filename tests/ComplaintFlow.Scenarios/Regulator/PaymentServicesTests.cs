using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>
/// Payment services have another regime: 15 jours ouvrables, exceptionally 35 with a reasoned holding reply. The procedure is
/// chosen per complaint and can be corrected.
/// </summary>
public sealed class PaymentServicesTests
{
    [Theory, StraightAndRestarted]
    public async Task PaymentServices_ChosenAtEntry_AreOwedAnAnswerInFifteenWorkingDays(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("email", body => body["procedure"] = "payment-services");
        Assert.Equal("2026-03-19", (await app.ReadAsync(reference)).Field("deadlines.respondBy"));

        await app.AdvanceToAsync("2026-03-19 23:59:59");
        Assert.Empty(app.Mailbox.Of("deadline-missed"));
        await app.AdvanceToAsync("2026-03-20 00:00");

        app.Mailbox.Only("deadline-missed", Staff.Manager).Says("jeudi 19 mars 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task HoldingReply_UpToThirtyFiveWorkingDays_IsToldAndNoFurther(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("email", body => body["procedure"] = "payment-services");
        await app.AdvanceToAsync("2026-03-19 17:00");
        await app.RefusesAsync(
            reference, "extend", Staff.OtherHandler, new { reason = "Enquête de la banque.", until = "2026-04-14" }, HttpStatusCode.BadRequest);

        JsonNode complaint = await app.ActAsync(reference, "extend", Staff.OtherHandler, new { reason = "Enquête de la banque.", until = "2026-04-13" });

        Assert.Equal("2026-04-13", complaint.Field("deadlines.extendedTo"));
        app.Mailbox.Only("extension", Staff.Client).Says("Enquête de la banque.", "lundi 13 avril 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task ChangeOfProcedure_ByTheManager_ComputesTheDatesAnewAndKeepsBothInTheJournal(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-05 09:00");
        object change = new { procedure = "payment-services", reason = "Il s’agit d’un prélèvement." };
        await app.RefusesAsync(reference, "change-procedure", Staff.OtherHandler, change, HttpStatusCode.Forbidden);

        JsonNode complaint = await app.ActAsync(reference, "change-procedure", Staff.Manager, change);

        Assert.Equal("payment-services", complaint.Field("procedure"));
        Assert.Equal("2026-03-19", complaint.Field("deadlines.respondBy"));
        Assert.Equal("2026-03-13", complaint.Field("deadlines.acknowledgeBy"));
        Assert.Equal("2026-05-03", complaint.Field("deadlines.mediatorFrom"));
        Assert.Equal("insurance", Assert.Single(complaint.Lines("received")).Field("terms.regime"));
        JsonNode line = Assert.Single(complaint.Lines("procedure-changed"));
        Assert.Equal("payment-services", line.Field("terms.regime"));
        Assert.Contains("prélèvement", line.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }
}
