using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using ComplaintFlow.Scenarios.Acts;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>The process dies between any two writes, and is started again.</summary>
public sealed class CutOffTests
{
    private const int MostWrites = 80;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_CutOffAnywhere_LeavesNothingOrEverything(bool retries)
    {
        int writes = 0;
        for (bool struck = true; struck; writes++)
        {
            Assert.True(writes < MostWrites);
            PowerCut cut = new();
            await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", configure: cut.Install);
            cut.After(writes);
            HttpStatusCode status = await PostAsync(app);
            await app.SettleAsync();
            struck = cut.HasStruck;
            await app.StopAsync();
            cut.Mend();
            await app.StartAsync();
            if (retries || status == HttpStatusCode.Accepted)
            {
                Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app));
            }

            await app.AdvanceToAsync("2026-03-02 09:30");
            IReadOnlyList<string> references = await app.ListAsync("");
            if (references.Count == 0)
            {
                Assert.False(retries);
                Assert.Empty(app.Mailbox);
                continue;
            }

            JsonNode complaint = await app.ReadAsync(Assert.Single(references));
            Assert.Equal("acknowledged", (string)complaint["status"]!);
            Assert.All(complaint["effects"]!.AsArray(), effect => Assert.Equal("sent", (string)effect!["status"]!));
            Assert.Equal(["acknowledgement", "assignment"], app.Mailbox.Select(mail => mail.Kind).Order(StringComparer.Ordinal));

            await app.AdvanceToAsync("2026-05-03 00:00");
            Assert.Equal(TestApp.Instant("2026-05-03 00:00"), app.Mailbox.Only("deadline-missed").At);
            Assert.Equal(TestApp.Instant("2026-05-03 00:00"), app.Mailbox.Only("mediator-information").At);
        }

        Assert.True(writes > 8, $"{writes} writes");
    }

    [Theory]
    [InlineData("submitted", "approve", Staff.Manager, "{}", "answer")]
    [InlineData("answered", "escalate", Staff.OtherHandler, """{"reason":"Insatisfait."}""", "level-2-request")]
    [InlineData("new", "withdraw", Staff.OtherHandler, """{"reason":"Erreur."}""", "closed")]
    [InlineData("new", "extend", Staff.OtherHandler, """{"reason":"Expertise.","until":"2026-06-01"}""", "extension")]
    public async Task Act_CutOffAnywhere_IsDoneOnceWhenTriedAgain(string state, string action, string by, string fields, string kind)
    {
        int writes = 0;
        for (bool struck = true; struck; writes++)
        {
            Assert.True(writes < MostWrites);
            PowerCut cut = new();
            await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", configure: cut.Install);
            string reference = await app.BringToAsync(state);
            cut.After(writes);
            using HttpResponseMessage first = await app.TryActAsync(reference, action, by, JsonNode.Parse(fields));
            await app.SettleAsync();
            struck = cut.HasStruck;
            await app.StopAsync();
            cut.Mend();
            await app.StartAsync();
            using HttpResponseMessage second = await app.TryActAsync(reference, action, by, JsonNode.Parse(fields));
            Assert.Equal(HttpStatusCode.OK, second.StatusCode);
            Assert.False(first.StatusCode == HttpStatusCode.OK && second.Header("X-Already-Done") is null, "An act that was acknowledged was lost.");

            await app.AdvanceToAsync("2026-03-02 09:30");
            JsonNode complaint = await app.ReadAsync(reference);
            Assert.All(complaint["effects"]!.AsArray(), effect => Assert.Equal("sent", (string)effect!["status"]!));
            app.Mailbox.Only(kind, reference: reference);
            Assert.Equal([reference], await app.ListAsync($"status={complaint["status"]}&level={complaint["level"]}"));
        }

        Assert.True(writes > 5, $"{writes} writes");
    }

    private static async Task<HttpStatusCode> PostAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.PostComplaintAsync(
            Intents.Complaint(body => body["attachments"] = new JsonArray(new JsonObject { ["fileName"] = "a.txt", ["contentType"] = "text/plain", ["base64"] = "YWJj" })),
            null,
            "one-key");
        return response.StatusCode;
    }
}
