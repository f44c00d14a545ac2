using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>The process dies between any two writes of the intake; whoever brought the mail brings it again.</summary>
public sealed class CutOffTests
{
    private const int MostWrites = 60;

    [Fact]
    public Task NewMail_CutOffAnywhere_OpensOneComplaint() => CutAnywhereAsync(
        _ => Mail(), "opened", (app, _) => Assert.Equal(["acknowledgement", "assignment"], app.Mailbox.Select(mail => mail.Kind).Order(StringComparer.Ordinal)));

    [Fact]
    public Task Reply_CutOffAnywhere_JoinsOnce() => CutAnywhereAsync(
        app => Mail("Suite.", id: "<suite@example.fr>", headers: [$"In-Reply-To: <{app.Mailbox.Only("acknowledgement").MessageId.Trim('<', '>')}>"]),
        "attached",
        (app, complaint) =>
        {
            Assert.Single(complaint["attachments"]!.AsArray());
            app.Mailbox.Only("client-message");
        });

    [Fact]
    public Task Bounce_CutOffAnywhere_IsToldOnce() => CutAnywhereAsync(
        app => Bounce(app.Mailbox.Only("acknowledgement").MessageId, Staff.Client),
        "bounce",
        (app, complaint) =>
        {
            Assert.Equal("received", complaint.Field("status"));
            app.Mailbox.Only("delivery-failed");
        });

    [Fact]
    public async Task NewMail_CutOffOnceStored_IsTakenInThoughNobodyBringsItAgain()
    {
        int writes = 1;
        for (bool struck = true; struck; writes++)
        {
            Assert.True(writes < MostWrites);
            PowerCut cut = new();
            await using TestApp app = await TestApp.StartAsync("2026-03-02 23:58", configure: cut.Install);
            cut.After(writes);
            using HttpResponseMessage first = await app.PostMailAsync(Encoding.UTF8.GetBytes(Mail(date: "Mon, 2 Mar 2026 23:50:00 +0100")));
            await app.SettleAsync();
            struck = cut.HasStruck;
            await app.StopAsync();
            cut.Mend();
            await app.StartAsync();
            await app.AdvanceToAsync("2026-03-03 00:30");
            JsonNode complaint = await app.ReadAsync(Assert.Single(await app.ListAsync("")));
            Assert.Equal("2026-03-02", complaint.Field("receivedOn"));
            Assert.Equal(["acknowledgement", "assignment"], app.Mailbox.Select(mail => mail.Kind).Order(StringComparer.Ordinal));
        }

        Assert.True(writes > 5, $"{writes} writes");
    }

    private static async Task CutAnywhereAsync(Func<TestApp, string> mail, string outcome, Action<TestApp, JsonNode> check)
    {
        int writes = 0;
        for (bool struck = true; struck; writes++)
        {
            Assert.True(writes < MostWrites);
            PowerCut cut = new();
            await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", configure: cut.Install);
            if (outcome != "opened")
            {
                await app.ComplainAsync();
                await app.SettleAsync();
            }

            byte[] raw = Encoding.UTF8.GetBytes(mail(app));
            cut.After(writes);
            using HttpResponseMessage first = await app.PostMailAsync(raw);
            await app.SettleAsync();
            struck = cut.HasStruck;
            await app.StopAsync();
            cut.Mend();
            await app.StartAsync();
            JsonNode second = await app.TakeMailAsync(Encoding.UTF8.GetString(raw));
            Assert.Contains(second.Field("outcome"), new[] { outcome, "duplicate" });
            await app.AdvanceToAsync("2026-03-02 09:30");
            Assert.Equal(second.Field("reference"), Assert.Single(await app.ListAsync("")));
            check(app, await app.ReadAsync(second.Field("reference")!));
        }

        Assert.True(writes > 5, $"{writes} writes");
    }
}
