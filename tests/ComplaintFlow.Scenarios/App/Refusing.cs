using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Acts that the program has to refuse.</summary>
public static class Refusing
{
    /// <summary>Tries an act that has to be refused; the problem, which says why.</summary>
    public static async Task<JsonNode> RefusesAsync(
        this TestApp app, string reference, string action, string by, object? fields = null, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        using HttpResponseMessage response = await app.TryActAsync(reference, action, by, fields);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        JsonNode problem = JsonSerializer.Deserialize<JsonNode>(text)!;
        Assert.False(string.IsNullOrWhiteSpace(problem.Field("detail")));
        return problem;
    }
}
