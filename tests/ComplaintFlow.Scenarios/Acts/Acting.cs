using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Acts;

/// <summary>Complaints brought to the states in which acts are tried, and what must hold of every act.</summary>
internal static class Acting
{
    public const string Letter = "letter";

    /// <summary>A complaint in the state that <paramref name="state"/> names.</summary>
    public static async Task<string> BringToAsync(this TestApp app, string state)
    {
        string reference = state == "received" ? await app.EnterAsync("letter", Intents.WithoutEmail) : await app.ComplainAsync();
        string author = state == "received" ? Staff.DefaultHandler : Staff.OtherHandler;
        await app.SettleAsync();
        switch (state)
        {
            case "drafted":
                await app.ActAsync(reference, "draft", author, new { text = "Nous vous remboursons.", channel = "email" });
                break;
            case "submitted":
                await app.ActAsync(reference, "draft", author, new { text = "Nous vous remboursons.", channel = "email" });
                await app.ActAsync(reference, "submit", author);
                break;
            case "letter-approved":
                await app.ActAsync(reference, "draft", author, new { text = "Nous vous remboursons.", channel = Letter });
                await app.ActAsync(reference, "submit", author);
                await app.ActAsync(reference, "approve", Staff.Manager);
                break;
            case "answered":
                await app.AnswerAsync(reference);
                break;
            case "level-2":
                await app.AnswerAsync(reference);
                await app.ActAsync(reference, "escalate", Staff.Manager, new { reason = "Insatisfait." });
                break;
            case "level-2-answered" or "in-mediation":
                await app.AnswerAsync(reference);
                await app.ActAsync(reference, "escalate", Staff.Manager, new { reason = "Insatisfait." });
                await app.AnswerAsync(reference, author: Staff.Manager, approver: Staff.Director, text: "Nous maintenons.");
                if (state == "in-mediation")
                {
                    await app.ActAsync(reference, "refer", Staff.Manager, new { on = "2026-03-02" });
                }

                break;
            case "closed":
                await app.ActAsync(reference, "withdraw", Staff.Manager, new { reason = "Erreur." });
                break;
        }

        return reference;
    }

    /// <summary>Refused with its reason, in both languages, and nothing has changed.</summary>
    public static async Task AssertRefusedAsync(this TestApp app, string reference, string action, string by, object? fields, int status)
    {
        await app.SettleAsync();
        string before = (await app.ReadAsync(reference)).ToJsonString();
        using HttpResponseMessage response = await app.TryActAsync(reference, action, by, fields);
        JsonNode problem = await response.ProblemAsync(status);
        Assert.StartsWith("urn:complaintflow:problem:", (string)problem["type"]!, StringComparison.Ordinal);
        await app.SettleAsync();
        Assert.Equal(before, (await app.ReadAsync(reference)).ToJsonString());
    }

    /// <summary>How many of the responses stored something, and how many said that it was already done.</summary>
    public static (int Done, int Already, int Refused) Count(IEnumerable<HttpResponseMessage> responses)
    {
        HttpResponseMessage[] all = [.. responses];
        return (
            all.Count(response => response.StatusCode == HttpStatusCode.OK && response.Header("X-Already-Done") is null),
            all.Count(response => response.Header("X-Already-Done") is not null),
            all.Count(response => response.StatusCode == HttpStatusCode.Conflict));
    }
}
