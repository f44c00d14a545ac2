using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>What people and machines do to the program, as scenarios say it.</summary>
public static class Intents
{
    /// <summary>The client C-1001 complains on the web form; the reference.</summary>
    public static async Task<string> ComplainAsync(this TestApp app, Action<JsonObject>? change = null)
    {
        JsonNode answer = await app.SubmitAsync(change);
        return (string)answer["reference"]!;
    }

    /// <summary>The same, with the whole answer.</summary>
    public static async Task<JsonNode> SubmitAsync(this TestApp app, Action<JsonObject>? change = null)
    {
        using HttpResponseMessage response = await app.PostComplaintAsync(Complaint(change));
        return await ReadAsync(response, HttpStatusCode.Accepted);
    }

    /// <summary>Staff enter a complaint with the application key: by telephone, letter…</summary>
    public static async Task<string> EnterAsync(this TestApp app, string channel, Action<JsonObject>? change = null)
    {
        using HttpResponseMessage response = await app.PostComplaintAsync(
            Complaint(body =>
            {
                body["channel"] = channel;
                change?.Invoke(body);
            }),
            TestApp.Key);
        return (string)(await ReadAsync(response, HttpStatusCode.Accepted))["reference"]!;
    }

    /// <summary>A complete complaint of the client C-1001.</summary>
    public static JsonObject Complaint(Action<JsonObject>? change = null)
    {
        JsonObject body = new()
        {
            ["complainant"] = new JsonObject { ["name"] = "Jeanne Martin", ["email"] = Staff.Client, ["clientNumber"] = "C-1001" },
            ["subject"] = "Sinistre non remboursé",
            ["description"] = "Mon dégât des eaux du 3 janvier n’est toujours pas remboursé.",
        };
        change?.Invoke(body);
        return body;
    }

    /// <summary>Turns the complainant into one whom no mail can reach.</summary>
    public static void WithoutEmail(JsonObject body) => body["complainant"] = new JsonObject
    {
        ["name"] = "Paul Durand", ["postalAddress"] = "2 rue du Port\n44000 Nantes",
    };

    public static Task<HttpResponseMessage> PostComplaintAsync(this TestApp app, JsonObject body, string? key = null, string? idempotencyKey = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/api/complaints") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return app.Http.SendAsync(request);
    }

    public static async Task<JsonNode> ReadAsync(this TestApp app, string reference)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/complaints/{reference}");
        request.Headers.Add("x-functions-key", TestApp.Key);
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Acts through the machine door; the response as it is.</summary>
    public static Task<HttpResponseMessage> TryActAsync(
        this TestApp app, string reference, string action, string by, object? fields = null, string? ifMatch = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, $"/api/complaints/{reference}/actions/{action}") { Content = JsonContent.Create(fields ?? new { }) };
        request.Headers.Add("x-functions-key", TestApp.Key);
        request.Headers.Add("x-staff-email", by);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return app.Http.SendAsync(request);
    }

    /// <summary>Acts through the machine door, successfully; the complaint afterwards, once everything has settled.</summary>
    public static async Task<JsonNode> ActAsync(this TestApp app, string reference, string action, string by, object? fields = null)
    {
        using HttpResponseMessage response = await app.TryActAsync(reference, action, by, fields);
        await ReadAsync(response, HttpStatusCode.OK);
        await app.SettleAsync();
        return await app.ReadAsync(reference);
    }

    /// <summary>Drafts, submits and approves an answer by e-mail, all through the machine door.</summary>
    public static async Task<JsonNode> AnswerAsync(
        this TestApp app, string reference, string author = Staff.OtherHandler, string approver = Staff.Manager, string text = "Nous vous remboursons.")
    {
        await app.ActAsync(reference, "draft", author, new { text, channel = "email" });
        await app.ActAsync(reference, "submit", author);
        return await app.ActAsync(reference, "approve", approver);
    }

    /// <summary>Posts a form to a page's link, as a browser would.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this TestApp app, string link, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        return await app.Http.SendAsync(request);
    }

    /// <summary>Opens a page as a browser would.</summary>
    public static async Task<string> OpenAsync(this TestApp app, string link, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, link);
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonSerializer.Deserialize<JsonNode>(text)!;
    }
}
