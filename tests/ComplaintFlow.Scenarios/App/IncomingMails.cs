using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Mails that reach the firm, and the door by which they come in.</summary>
public static class IncomingMails
{
    /// <summary>A plain mail of the client C-1001; further headers as they stand.</summary>
    public static string Mail(
        string text = "Bonjour,\nmon dégât des eaux du 3 janvier n’est toujours pas remboursé.",
        string subject = "Sinistre non rembourse",
        string from = "Jeanne Martin <client1001@example.fr>",
        string? id = "<premier@example.fr>",
        string date = "Mon, 2 Mar 2026 08:30:00 +0100",
        params string[] headers) => string.Join(
            "\r\n",
            [
                $"From: {from}", "To: reclamations-alias@courtier.example", $"Subject: {subject}", $"Date: {date}",
                .. id is null ? Array.Empty<string>() : [$"Message-ID: {id}"],
                .. headers,
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
                text.Replace("\n", "\r\n", StringComparison.Ordinal), "",
            ]);

    /// <summary>What a mail server says when it gives up (RFC 3464), or has not yet (<paramref name="action"/> <c>delayed</c>).</summary>
    public static string Bounce(string messageId, string recipient, string action = "failed", string status = "5.1.1") => string.Join(
        "\r\n",
        [
            "Return-Path: <>", "From: MAILER-DAEMON@mx.example.fr", "To: no-reply@courtier.example", "Subject: Undelivered Mail Returned to Sender",
            "Date: Mon, 2 Mar 2026 09:05:00 +0100", $"Message-ID: <{action}-{messageId.GetHashCode(StringComparison.Ordinal)}@mx.example.fr>", "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "",
            "--b", "Content-Type: text/plain", "", "Your mail.", "",
            "--b", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mx.example.fr", "",
            $"Final-Recipient: rfc822; {recipient}", $"Action: {action}", $"Status: {status}", "Diagnostic-Code: smtp; 550 5.1.1 No such user", "",
            "--b", "Content-Type: text/rfc822-headers", "",
            $"Message-ID: <{messageId.Trim('<', '>')}>", $"To: {recipient}", "",
            "--b--", "",
        ]);

    public static Task<HttpResponseMessage> PostMailAsync(this TestApp app, byte[] raw, string? key = TestApp.Key, string type = "message/rfc822")
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/api/intake/email") { Content = new ByteArrayContent(raw) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return app.Http.SendAsync(request);
    }

    /// <summary>A mail comes in; what became of it, once everything has settled.</summary>
    public static async Task<JsonNode> TakeMailAsync(this TestApp app, string raw)
    {
        using HttpResponseMessage response = await app.PostMailAsync(Encoding.UTF8.GetBytes(raw));
        JsonNode answer = await response.JsonAsync(HttpStatusCode.Accepted);
        await app.SettleAsync();
        return answer;
    }

    /// <summary>The reference of a mail that must have come to that outcome.</summary>
    public static async Task<string> TakeMailAsync(this TestApp app, string raw, string outcome)
    {
        JsonNode answer = await app.TakeMailAsync(raw);
        Assert.True(outcome == (string)answer["outcome"]!, $"{answer} instead of {outcome}");
        return (string)answer["reference"]!;
    }
}
