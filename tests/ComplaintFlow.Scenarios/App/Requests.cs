using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Requests as they are on the wire, and what every answer must look like.</summary>
public static class Requests
{
    /// <summary>Sends a request with the headers given, and nothing else of its own.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this TestApp app, string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(new HttpMethod(method), path) { Content = content };
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        }

        return app.Http.SendAsync(request);
    }

    public static (string Name, string Value) WithKey(string key = TestApp.Key) => ("x-functions-key", key);

    public static (string Name, string Value) As(string email) => ("x-staff-email", email);

    public static (string Name, string Value) Html { get; } = ("Accept", "text/html");

    public static HttpContent Json(JsonNode body) => JsonContent.Create(body);

    /// <summary>JSON exactly as written, escapes and all.</summary>
    public static HttpContent Raw(string text, string type = "application/json") => new StringContent(text, Encoding.UTF8, type);

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static (string Name, string Value)[] ComplaintForm(params (string Name, string Value)[] more) =>
    [
        ("name", "Jeanne Martin"), ("email", Staff.Client), ("clientNumber", "C-1001"), ("subject", "Sinistre non remboursé"),
        ("description", "Toujours rien."), .. more,
    ];

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonSerializer.Deserialize<JsonNode>(text)!;
    }

    /// <summary>A complete RFC 9457 problem; its members.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, int status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonNode problem = JsonSerializer.Deserialize<JsonNode>(text)!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.All(["type", "title", "detail", "traceId"], name => Assert.False(string.IsNullOrEmpty((string?)problem[name]), name));
        return problem;
    }

    /// <summary>The names of the fields that a 400 finds wrong, in ordinal order.</summary>
    public static async Task<string[]> WrongFieldsAsync(this HttpResponseMessage response)
    {
        JsonNode problem = await response.ProblemAsync(400);
        JsonObject errors = problem["errors"]!.AsObject();
        Assert.All(errors, error => Assert.NotEmpty(error.Value!.AsArray()));
        return [.. errors.Select(error => error.Key).Order(StringComparer.Ordinal)];
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The complaint's version: it must not move when nothing was done.</summary>
    public static async Task<int> VersionAsync(this TestApp app, string reference) => (int)(await app.ReadAsync(reference))["version"]!;

    public static async Task<IReadOnlyList<string>> ListAsync(this TestApp app, string query)
    {
        using HttpResponseMessage response = await app.SendAsync("GET", $"/api/complaints?{query}", null, WithKey());
        JsonNode list = await response.JsonAsync();
        return [.. list["items"]!.AsArray().Select(item => (string)item!["reference"]!)];
    }
}
