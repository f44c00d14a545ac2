using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>GDPR: controller, purpose, basis, term and rights stand on the form, the client's page and the acknowledgement.</summary>
public sealed class PersonalDataNoticeTests
{
    private static readonly string[] Notice =
    [
        "Cabinet Madame Courtage, 12 rue des Tilleuls, 69003 LYON",
        "tenir le registre des réclamations",
        "article L.521-2 du code des assurances",
        "5 ans après sa clôture",
        "rectification",
        "www.cnil.fr",
        "donnees-personnelles@madamecourtage.fr",
    ];

    [Theory, StraightAndRestarted]
    public async Task Notice_FormPageAndAcknowledgement_SayTheSame(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        (await app.LookAtAsync("/")).Says(Notice);

        await app.ComplainAsync();
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        TestMail acknowledgement = app.Mailbox.Only("acknowledgement").Says(Notice);
        (await app.LookAtAsync(acknowledgement.ClientLink)).Says(Notice);
    }
}
