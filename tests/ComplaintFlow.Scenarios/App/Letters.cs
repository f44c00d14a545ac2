using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Answering by letter, and people who have only a postal address.</summary>
public static class Letters
{
    /// <summary>Gives the client C-1001 a postal address beside the e-mail one.</summary>
    public static void WithPostalAddress(JsonObject body) => body["complainant"]!["postalAddress"] = "5 rue des Lilas\n69003 Lyon";

    /// <summary>Drafts, submits and approves an answer by letter, which then waits to be posted.</summary>
    public static async Task<JsonNode> PrepareLetterAsync(
        this TestApp app, string reference, string author = Staff.DefaultHandler, string approver = Staff.Manager, string text = "Nous vous remboursons.")
    {
        await app.ActAsync(reference, "draft", author, new { text, channel = "letter" });
        await app.ActAsync(reference, "submit", author);
        return await app.ActAsync(reference, "approve", approver);
    }
}
