using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary><c>GET|PUT /api/directory</c>: whole, checked, all or nothing.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task Directory_ReadAndPutBack_IsTheSame()
    {
        await using TestApp app = await TestApp.StartAsync();
        string text = await ReadAsync(app);
        using HttpResponseMessage put = await PutAsync(app, text);
        Assert.True(put.IsSuccessStatusCode);
        Assert.Equal(text, await ReadAsync(app));
        JsonNode directory = JsonNode.Parse(text)!;
        Assert.Equal(5, directory["staff"]!.AsArray().Count);
        Assert.Equal(Staff.DefaultHandler, (string)directory["defaultHandler"]!);
    }

    [Fact]
    public async Task Directory_WithFaults_NamesThemAndChangesNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        string before = await ReadAsync(app);
        JsonNode wrong = JsonNode.Parse(before)!;
        wrong["defaultHandler"] = "nobody@courtier.example";
        wrong["staff"]![0]!["roles"] = new JsonArray("king");
        wrong["staff"]![1]!["deputy"] = "stranger@courtier.example";
        wrong["staff"]![1]!["email"] = "not an address";
        wrong["clients"]![0]!["handler"] = "gone@courtier.example";
        using HttpResponseMessage response = await PutAsync(app, wrong.ToJsonString());
        string[] faults = await response.WrongFieldsAsync();
        Assert.True(faults.Length >= 4, string.Join(", ", faults));
        Assert.Equal(before, await ReadAsync(app));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"defaultHandler\":\"\\ud800\"}")]
    public async Task Directory_OfAnotherShape_Is400(string text)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await PutAsync(app, text);
        Assert.NotEmpty(await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Directory_ChangedInBetween_Is412()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage read = await app.SendAsync("GET", "/api/directory", null, Requests.WithKey());
        string tag = read.Header("ETag")!;
        string text = await read.Content.ReadAsStringAsync();
        using HttpResponseMessage first = await PutAsync(app, text.Replace("Conseil 1", "Conseil un", StringComparison.Ordinal), tag);
        Assert.True(first.IsSuccessStatusCode);
        using HttpResponseMessage second = await PutAsync(app, text, tag);
        await second.ProblemAsync(412);
        Assert.Contains("Conseil un", await ReadAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_Changed_OutlivesARestartAndTheFile()
    {
        await using TestApp app = await TestApp.StartAsync();
        string changed = (await ReadAsync(app)).Replace("Conseil 1", "Conseil un", StringComparison.Ordinal);
        using HttpResponseMessage put = await PutAsync(app, changed);
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        await app.RestartAsync();
        Assert.Equal(changed, await ReadAsync(app));
    }

    internal static async Task<string> ReadAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.SendAsync("GET", "/api/directory", null, Requests.WithKey());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    internal static Task<HttpResponseMessage> PutAsync(TestApp app, string text, string? ifMatch = null) => app.SendAsync(
        "PUT", "/api/directory", Requests.Raw(text), [Requests.WithKey(), .. ifMatch is null ? [] : new[] { ("If-Match", ifMatch) }]);
}
