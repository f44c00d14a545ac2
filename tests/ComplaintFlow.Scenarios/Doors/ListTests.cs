using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary><c>GET /api/complaints</c>: filters, search as people write, pages.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private string _reference = "";

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _reference = await _app.EnterAsync("letter", body =>
        {
            body["complainant"] = new JsonObject
            {
                ["name"] = "Hélène D’Estrées-Müller",
                ["email"] = "helene@exemple.fr",
                ["phone"] = "+33 6 12 34 56 78",
                ["postalAddress"] = "14 allée des Érables\n67000 Strasbourg",
                ["clientNumber"] = "C-7777",
            };
            body["contract"] = "AUTO-2024/99-Z";
            body["representative"] = new JsonObject { ["name"] = "Maître Cœur", ["email"] = "avocat@barreau.fr", ["capacity"] = "avocat" };
        });
        await _app.ComplainAsync();
        await _app.EnterAsync("letter", Intents.WithoutEmail);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("helene")]
    [InlineData("HÉLÈNE MULLER")]
    [InlineData("d'estrees")]
    [InlineData("D’Estrées-Müller Hélène")]
    [InlineData("helene@exemple.fr")]
    [InlineData("0612345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("+33612345678")]
    [InlineData("0033 6 12 34 56 78")]
    [InlineData("612345678")]
    [InlineData("auto-2024/99-z")]
    [InlineData("strasbourg erables")]
    [InlineData("67000")]
    [InlineData("C-7777")]
    [InlineData("avocat@barreau.fr")]
    [InlineData("maitre")]
    public async Task Search_AsPeopleWrite_FindsTheComplaint(string words) =>
        Assert.Equal([_reference], await _app.ListAsync($"q={Uri.EscapeDataString(words)}"));

    [Theory]
    [InlineData("%")]
    [InlineData("nobody")]
    [InlineData("06 12 34 56 79")]
    [InlineData("' OR 1=1 --")]
    public async Task Search_OfSomethingElse_FindsNothing(string words) =>
        Assert.Empty(await _app.ListAsync($"q={Uri.EscapeDataString(words)}"));

    [Fact]
    public async Task Search_ByReference_InAnyWriting()
    {
        Assert.Equal([_reference], await _app.ListAsync($"q={_reference}"));
        Assert.Equal([_reference], await _app.ListAsync($"q={_reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}"));
    }

    [Theory]
    [InlineData("status=received", 1)]
    [InlineData("status=acknowledged", 2)]
    [InlineData("status=closed", 0)]
    [InlineData("level=1", 3)]
    [InlineData("level=2", 0)]
    [InlineData("handler=conseil2@courtier.example", 1)]
    [InlineData("handler=CONSEIL1@courtier.example", 2)]
    [InlineData("from=2026-03-02&to=2026-03-02", 3)]
    [InlineData("from=2026-03-03", 0)]
    [InlineData("to=2026-03-01", 0)]
    [InlineData("dueBefore=2026-03-13", 0)]
    [InlineData("dueBefore=2026-03-14", 1)]
    [InlineData("dueBefore=2026-05-03", 3)]
    [InlineData("page=2", 0)]
    public async Task Filter_OfTheContract_IsHonoured(string query, int expected)
    {
        await _app.SettleAsync();
        Assert.Equal(expected, (await _app.ListAsync(query)).Count);
    }

    [Fact]
    public async Task Filter_Wrong_NamesEveryOne()
    {
        using HttpResponseMessage response = await _app.SendAsync(
            "GET", "/api/complaints?status=x&level=4&dueBefore=tomorrow&from=2026-13-01&to=0&page=0", null, Requests.WithKey());
        Assert.Equal(["dueBefore", "from", "level", "page", "status", "to"], await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Pages_OfManyComplaints_HaveEachOnce()
    {
        for (int i = 0; i < 120; i++)
        {
            await _app.ComplainAsync(body => body["subject"] = "Lot");
        }

        List<string> seen = [];
        int? page = 1;
        while (page is { } number)
        {
            using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/complaints?q=lot&page={number}", null, Requests.WithKey());
            JsonNode list = await response.JsonAsync();
            seen.AddRange(list["items"]!.AsArray().Select(item => (string)item!["reference"]!));
            page = (int?)list["nextPage"];
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }
}
