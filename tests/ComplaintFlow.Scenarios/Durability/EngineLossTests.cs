using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.Acts;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>The engine's file is disposable: deleted in the middle of thirty complaints, everything goes on as if it had not been.</summary>
public sealed class EngineLossTests
{
    private static readonly string[] States = ["received", "new", "drafted", "submitted", "letter-approved", "answered", "level-2", "level-2-answered", "in-mediation", "closed"];

    [Fact]
    public async Task Engine_DeletedTwice_NothingIsLostToldTwiceOrLate()
    {
        IReadOnlyList<string> undisturbed = await LiveAsync(losesEngine: false);
        IReadOnlyList<string> disturbed = await LiveAsync(losesEngine: true);
        Assert.Equal(30, undisturbed.Count);
        for (int i = 0; i < undisturbed.Count; i++)
        {
            Assert.Equal(undisturbed[i], disturbed[i]);
        }
    }

    /// <summary>What became of each complaint: its journal and its mails with their instants.</summary>
    private static async Task<IReadOnlyList<string>> LiveAsync(bool losesEngine)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        List<string> references = [];
        for (int i = 0; i < 30; i++)
        {
            references.Add(await app.BringToAsync(States[i % States.Length]));
        }

        foreach (string until in (string[])["2026-03-10 12:00", "2026-05-02 23:59", "2026-07-15 12:00"])
        {
            await app.AdvanceToAsync(until);
            if (losesEngine)
            {
                await app.StopAsync();
                string[] files = Directory.GetFiles(app.DataDirectory, "engine.db*");
                Assert.NotEmpty(files);
                Array.ForEach(files, File.Delete);
                await app.StartAsync();
            }
        }

        TestMail[] mails = [.. app.Mailbox];
        List<string> lives = [];
        foreach (string reference in references)
        {
            JsonNode complaint = await app.ReadAsync(reference);
            lives.Add(string.Join('\n', complaint["journal"]!.AsArray().Select(line => $"{line!["at"]} {line["type"]} {line["deadline"]}")
                .Concat(mails.Where(mail => mail.Reference == reference).Select(mail => $"{mail.At:O} mail {mail.Kind} {mail.To}"))
                .Order(StringComparer.Ordinal)));
        }

        return lives;
    }
}
