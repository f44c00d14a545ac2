using System.Net;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>What a mail quotes, and its signature, are kept apart from what the person says now.</summary>
public sealed class FoldedTests
{
    private const string Text = "Bonjour,\nje n’ai rien reçu.\n\nLe lun. 23 févr. 2026 à 10:00, Conseil 1 <conseil1@courtier.example> a écrit :\n> Votre chèque est parti.\n> Cordialement";

    private static readonly string[] Around = ["Votre chèque est parti.", "Jeanne Martin, 3 place du Marché"];

    [Fact]
    public async Task Complaint_ByMail_IsItsWordsAlone_AndTheRestIsFoldedOnBothPages()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.TakeMailAsync(Mail("Bonjour,\nje n’ai rien reçu.\n\n-- \nJeanne Martin, 3 place du Marché"), "opened");
        Assert.Equal("Bonjour,\nje n’ai rien reçu.", (await app.ReadAsync(reference)).Field("description"));
        string staff = await app.OpenAsync(app.Mailbox.Only("assignment").StaffLink);
        string client = await app.OpenAsync(app.Mailbox.Only("acknowledgement").ClientLink);
        Assert.All([staff, client], page => Assert.Contains(Around[1], InFold(page), StringComparison.Ordinal));
        app.Mailbox.Only("assignment").DoesNotSay(Around[1]);
    }

    [Fact]
    public async Task Reply_IsItsWordsAlone_AndTheHistoryIsFoldedOnBothPages()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.TakeMailAsync(Mail(Text, $"Re: {reference}"), "attached");
        Assert.Equal("Bonjour,\nje n’ai rien reçu.", Assert.Single((await app.ReadAsync(reference)).Lines("message-received")).Field("text"));
        TestMail told = app.Mailbox.Only("client-message");
        told.Says("je n’ai rien reçu.");
        told.DoesNotSay(Around[0]);
        string client = await app.OpenAsync(app.Mailbox.Only("acknowledgement").ClientLink);
        Assert.All([await app.OpenAsync(told.StaffLink), client], page => Assert.Contains(Around[0], InFold(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ParkedMail_Opened_KeepsWhatItQuotes()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string id = await app.TakeMailAsync(Mail(Text, headers: "Precedence: bulk"), "parked");
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync("/staff", ("action", "open-set-aside"), ("id", id)));
        Assert.Contains(Around[0], InFold(await desk.GetAsync($"/staff/complaints/{id}")), StringComparison.Ordinal);
    }

    /// <summary>What the folds of mails on a page hold.</summary>
    private static string InFold(string page) => string.Join('\n', page.Split("<details class=\"fold mail\">").Skip(1).Select(fold => Pages.TextOf(fold.Split("</details>")[0])));
}
