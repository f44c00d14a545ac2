using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary>A firm's own texts, in the folder <c>ComplaintFlow__Email__Templates</c>.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaintflow-templates-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Mails_WithAnOwnSignature_CarryIt()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "_signature.fr.liquid"), "Bien à vous,\n{{ firm_name }}, le cabinet qui répond !\n");
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: new() { ["ComplaintFlow__Email__Templates"] = _folder.FullName });

        await app.ComplainAsync();
        await app.SettleAsync();

        app.Mailbox.Of("acknowledgement")[0].Says("Bien à vous,", "le cabinet qui répond\u202F!");
    }
}
