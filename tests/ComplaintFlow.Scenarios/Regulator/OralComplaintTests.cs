using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>
/// Recommandation ACPR 2024-R-02: a complaint made orally counts, its author is invited to write it down unless satisfied at once,
/// and gets a dated copy of what was written.
/// </summary>
public sealed class OralComplaintTests
{
    [Theory]
    [InlineData("phone", "par téléphone", false)]
    [InlineData("counter", "de vive voix", true)]
    public async Task OralComplaint_AtEntry_CountsAndInvitesToWrite(string channel, string words, bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);

        string reference = await app.EnterAsync(channel);
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        TestMail invitation = app.Mailbox.Only("invitation-to-write", Staff.Client).Says(
            reference, words, "lundi 2 mars 2026", "réclamation@madamecourtage.fr", "reclamation@madamecourtage.fr", "12 rue des Tilleuls", "dégât des eaux");
        Assert.Equal(TestApp.Instant("2026-03-02 09:00"), invitation.At);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
        Assert.Equal("2026-05-03", complaint.Field("deadlines.mediatorFrom"));
        Assert.Null(complaint.Field("deadlines.mediatorUntil"));
        Assert.Empty(app.Mailbox.Of("dated-copy"));
    }

    [Theory, StraightAndRestarted]
    public async Task OralComplaint_PutInWritingLater_BringsADatedCopyAndTheMediatorsYear(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("phone");
        await app.AdvanceToAsync("2026-03-12 10:00");

        JsonNode complaint = await app.ActAsync(reference, "correct", Staff.OtherHandler, new { writtenOn = "2026-03-10" });

        app.Mailbox.Only("dated-copy", Staff.Client).Says(reference, "mise par écrit le mardi 10 mars 2026", "dégât des eaux");
        Assert.Equal("2026-03-10", complaint.Field("writtenOn"));
        Assert.Equal("2027-03-10", complaint.Field("deadlines.mediatorUntil"));
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
        await app.ActAsync(reference, "correct", Staff.OtherHandler, new { product = "habitation" });
        app.Mailbox.Only("dated-copy");
    }

    [Theory, StraightAndRestarted]
    public async Task WrittenDownCall_AtEntry_GivesADatedCopyAndNoInvitation(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);

        await app.EnterAsync("counter", body => body["writtenOn"] = "2026-03-02");
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        app.Mailbox.Only("dated-copy", Staff.Client).Says("lundi 2 mars 2026");
        Assert.Empty(app.Mailbox.Of("invitation-to-write"));
    }

    [Theory, StraightAndRestarted]
    public async Task OralComplaint_SatisfiedAtOnce_ClosesWithoutAWrittenAnswer(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("phone");
        await app.ActAsync(reference, "record-call", Staff.OtherHandler, new { summary = "Explication donnée, Mme Martin est satisfaite.", satisfied = true });
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        JsonNode complaint = await app.ActAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfied" });

        Assert.Equal("closed", complaint.Field("status"));
        Assert.Equal("satisfied", complaint.Field("closure"));
        app.Mailbox.Only("closed", Staff.Client).Says("satisfait");
        Assert.Empty(app.Mailbox.Of("answer"));
    }
}
