using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary><c>/api/deadlines</c> and <c>/deadlines</c>: the legal examples, and clear refusals.</summary>
public sealed class DeadlineTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Theory]
    [InlineData("received=2026-04-30", "acknowledgeBy", "2026-05-15")]
    [InlineData("received=2026-12-18", "acknowledgeBy", "2026-12-31")]
    [InlineData("received=2026-12-18&zone=alsace-moselle", "acknowledgeBy", "2027-01-02")]
    [InlineData("received=2026-03-25", "acknowledgeBy", "2026-04-07")]
    [InlineData("received=2026-03-25&zone=alsace-moselle", "acknowledgeBy", "2026-04-08")]
    [InlineData("received=2026-12-29", "respondBy", "2027-02-28")]
    [InlineData("received=2026-12-31", "respondBy", "2027-02-28")]
    [InlineData("received=2026-12-31", "respondByIf642", "2027-03-01")]
    [InlineData("received=2027-12-31", "respondBy", "2028-02-29")]
    [InlineData("received=2026-03-14", "respondBy", "2026-05-14")]
    [InlineData("received=2026-03-14", "respondByIf642", "2026-05-15")]
    [InlineData("received=2026-06-30", "respondBy", "2026-08-30")]
    [InlineData("received=2026-06-30", "respondByIf642", "2026-08-31")]
    [InlineData("received=2026-03-02&sent=2026-03-02", "mediatorFrom", "2026-05-03")]
    [InlineData("received=2026-03-02", "mediatorUntil", "2027-03-02")]
    [InlineData("received=2026-03-10&sent=2026-03-02", "mediatorFrom", "2026-05-03")]
    [InlineData("received=2026-03-10&sent=2026-03-02", "respondBy", "2026-05-10")]
    [InlineData("received=2026-03-02&procedure=payment-services", "respondBy", "2026-03-19")]
    [InlineData("received=1990-01-01", "respondBy", "1990-03-01")]
    [InlineData("received=2199-12-31", "respondBy", "2200-02-28")]
    public async Task Dates_OfTheLegalExamples_AreRight(string query, string field, string expected)
    {
        using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/deadlines?{query}");
        JsonNode answer = await response.JsonAsync();
        Assert.Equal(expected, (string)answer[field]!);
        Assert.NotEmpty(answer["steps"]!.AsArray());
        string page = Pages.TextOf(await _app.OpenAsync($"/deadlines?{query}"));
        Assert.Contains(((string)answer["steps"]![0]!)[..10], page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metropole")]
    [InlineData("alsace-moselle")]
    [InlineData("mayotte")]
    [InlineData("martinique")]
    [InlineData("guadeloupe")]
    [InlineData("saint-martin")]
    [InlineData("guyane")]
    [InlineData("saint-barthelemy")]
    [InlineData("la-reunion")]
    public async Task Zone_OfTheContract_IsKnown(string zone)
    {
        using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/deadlines?received=2026-03-02&zone={zone}");
        await response.JsonAsync();
    }

    [Theory]
    [InlineData("", "received")]
    [InlineData("received=", "received")]
    [InlineData("received=2026-02-29", "received")]
    [InlineData("received=02/03/2026", "received")]
    [InlineData("received=1989-12-31", "received")]
    [InlineData("received=2200-01-01", "received")]
    [InlineData("received=2026-03-02&sent=2026-03-03", "sent")]
    [InlineData("received=2026-03-02&sent=x", "sent")]
    [InlineData("received=2026-03-02&zone=corse", "zone")]
    [InlineData("received=2026-03-02&zone=3", "zone")]
    [InlineData("received=2026-03-02&procedure=x", "procedure")]
    [InlineData("received=x&zone=x&procedure=x", "procedure,received,zone")]
    public async Task Question_Wrong_Is400NamingTheFields(string query, string fields)
    {
        using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/deadlines?{query}");
        Assert.Equal(fields.Split(','), await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Page_WrongQuestion_SaysSoAndKeepsWhatWasTyped()
    {
        string page = await _app.OpenAsync("/deadlines?received=%3Cscript%3Ealert(1)%3C/script%3E", HttpStatusCode.BadRequest);
        Assert.Empty(Pages.ScriptsOf(page));
    }
}
