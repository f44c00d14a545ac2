using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>Promise 1 of the published procedure: by whatever channel it comes, the complaint goes to the client's usual contact.</summary>
public sealed class AnyChannelReachesTheUsualContactTests
{
    [Theory, StraightAndRestarted]
    public async Task WebForm_SentByABrowser_GoesToTheUsualContactAndShowsTheFollowUpPage(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);

        WebPage page = await app.FillInTheFormAsync(
            ("name", "Jeanne Martin"), ("email", Staff.Client), ("clientNumber", "C-1001"), ("subject", "Prime doublée"), ("description", "Ma prime a doublé."));
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        TestMail assignment = app.Mailbox.Only("assignment", Staff.OtherHandler);
        page.Says(assignment.Reference!, "Conseil 2", "samedi 2 mai 2026");
        JsonNode complaint = await app.ReadAsync(assignment.Reference!);
        Assert.Equal("web", complaint.Field("channel"));
        Assert.Equal("2026-03-02", complaint.Field("writtenOn"));
    }

    [Theory, StraightAndRestarted]
    public async Task Json_EachClient_GoesToTheContactFoundByNumberThenByEmailThenByDefault(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string byNumber = await app.ComplainAsync(body => body["complainant"] = Person("C-1003", "autre.adresse@example.fr"));
        string byEmail = await app.ComplainAsync(body => body["complainant"] = Person(null, "Client1001@Example.fr"));
        string unknown = await app.ComplainAsync(body => body["complainant"] = Person("C-9999", "inconnu@example.fr"));

        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        app.Mailbox.Only("assignment", Staff.ThirdHandler, byNumber);
        app.Mailbox.Only("assignment", Staff.OtherHandler, byEmail);
        app.Mailbox.Only("assignment", Staff.DefaultHandler, unknown);
    }

    [Theory]
    [InlineData("email", "2026-03-02", false)]
    [InlineData("letter", "2026-03-02", true)]
    [InlineData("phone", null, false)]
    [InlineData("counter", null, true)]
    public async Task StaffEntry_EachChannel_GoesToTheUsualContactAndIsWrittenOrOral(string channel, string? writtenOn, bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);

        string reference = await app.EnterAsync(channel, Letters.WithPostalAddress);
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        app.Mailbox.Only("assignment", Staff.OtherHandler, reference);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal(channel, complaint.Field("channel"));
        Assert.Equal(Staff.OtherHandler, complaint.Field("handler"));
        Assert.Equal(writtenOn, complaint.Field("writtenOn"));
    }

    [Theory, StraightAndRestarted]
    public async Task UsualContact_Absent_IsReplacedByTheDeputy(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-08-10 09:00", restarts);

        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceByAsync(TimeSpan.FromHours(1));

        Assert.Equal(Staff.OtherHandler, (await app.ReadAsync(reference)).Field("handler"));
        app.Mailbox.Only("assignment", Staff.OtherHandler, reference);
    }

    private static JsonObject Person(string? clientNumber, string email) =>
        new() { ["name"] = "Jeanne Martin", ["email"] = email, ["clientNumber"] = clientNumber };
}
