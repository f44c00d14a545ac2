using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ComplaintFlow.LocalHost.Tests.Functions;

namespace ComplaintFlow.LocalHost.Tests.Clock;

public sealed class ClockEndpointTests
{
    [Fact]
    public async Task Clock_OnAVirtualClock_SaysItsInstant()
    {
        await using TestHost host = await TestHost.StartAsync();
        Assert.Equal("2026-03-02T09:00:00+01:00", (await host.Http.GetFromJsonAsync<JsonElement>("/local/clock")).GetProperty("now").GetString());
    }

    [Theory]
    [InlineData("{\"to\":\"2026-03-12T10:30:00+02:00\"}", "2026-03-12T08:30:00Z")]
    [InlineData("{\"to\":\"2026-03-02T08:00:00Z\"}", "2026-03-02T08:00:00Z")]
    [InlineData("{\"by\":\"P10D\"}", "2026-03-12T08:00:00Z")]
    [InlineData("{\"by\":\"P30D\"}", "2026-04-01T07:00:00Z")]
    [InlineData("{\"by\":\"P2M\"}", "2026-05-02T07:00:00Z")]
    [InlineData("{\"by\":\"P1Y\",\"to\":null}", "2027-03-02T08:00:00Z")]
    [InlineData("{\"by\":\"P1WT1H30M0.5S\"}", "2026-03-09T09:30:00.5Z")]
    [InlineData("{\"by\":\"PT5M\"}", "2026-03-02T08:05:00Z")]
    public async Task Advance_ToOrBy_MovesThere(string body, string now)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await AdvanceAsync(host, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(DateTimeOffset.Parse(now), answer.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(DateTimeOffset.Parse(now), host.Clock.Now);
    }

    [Theory]
    [InlineData("{\"to\":\"2026-03-02T08:59:59+01:00\"}", "to")]
    [InlineData("{\"to\":\"tomorrow\"}", "to")]
    [InlineData("{\"to\":\"2026-04-01T08:00:00\"}", "to")]
    [InlineData("{\"to\":5}", "to")]
    [InlineData("{\"by\":\"10\"}", "by")]
    [InlineData("{\"by\":\"P\"}", "by")]
    [InlineData("{\"by\":\"PT\"}", "by")]
    [InlineData("{\"by\":\"-P1D\"}", "by")]
    [InlineData("{\"by\":\"P999999999Y\"}", "by")]
    [InlineData("{\"by\":\"P9999Y\"}", "by")]
    [InlineData("{}", "to")]
    [InlineData("[]", "to")]
    [InlineData("{\"to\":\"2026-04-01T08:00:00Z\",\"by\":\"P1D\"}", "to")]
    [InlineData("not json", "body")]
    public async Task Advance_WithAWrongBody_IsAProblemNamingTheField(string body, string field)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await AdvanceAsync(host, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEqual(0, problem.GetProperty("errors").GetProperty(field).GetArrayLength());
        Assert.Equal(DateTimeOffset.Parse(TestHost.Start), host.Clock.Now);
    }

    [Fact]
    public async Task Advance_WithoutJson_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        using FormUrlEncodedContent form = new([KeyValuePair.Create("by", "P1D")]);
        using HttpResponseMessage response = await host.Http.PostAsync("/local/clock/advance", form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Advances_AtTheSameTime_FollowEachOther()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        HttpResponseMessage[] responses = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(days => AdvanceAsync(host, $$"""{"to":"2026-06-0{{days}}T00:00:00Z"}""")));
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, host.Journal.Lines.Count(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Advances_ByADuration_AddUp()
    {
        await using TestHost host = await TestHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 5).Select(_ => AdvanceAsync(host, """{"by":"P1D"}""")));
        Assert.Equal(DateTimeOffset.Parse(TestHost.Start).AddDays(5), host.Clock.Now);
    }

    [Fact]
    public async Task Pages_OfTheHost_WithoutTheirCondition_AreNotThere()
    {
        await using TestHost host = await TestHost.StartAsync(
            "--AzureFunctionsJobHost__localHost__mailbox__onlyWhen__setting=Tests__Transport",
            "--AzureFunctionsJobHost__localHost__mailbox__onlyWhen__is=mailbox",
            "--Tests__Transport=smtp");
        foreach (string path in new[] { "/local/clock", "/local/mailbox", "/local/style.css" })
        {
            using HttpResponseMessage response = await host.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("Host", "attacker.example", HttpStatusCode.NotFound)]
    [InlineData("Host", "localhost:1234", HttpStatusCode.OK)]
    [InlineData("Host", "[::1]:7071", HttpStatusCode.OK)]
    [InlineData("Origin", "https://attacker.example", HttpStatusCode.NotFound)]
    [InlineData("Origin", "null", HttpStatusCode.NotFound)]
    [InlineData("Origin", "http://127.0.0.1:7071", HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", "192.0.2.1", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-For", "127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-Proto", "https", HttpStatusCode.NotFound)]
    [InlineData("X-Real-IP", "127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("Forwarded", "for=127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("Via", "1.1 proxy", HttpStatusCode.NotFound)]
    public async Task Pages_OfTheHost_AreForThisMachineOnly(string header, string value, HttpStatusCode expected)
    {
        // A proxy that is believed opens nothing.
        foreach (string proxies in new[] { string.Empty, "127.0.0.1" })
        {
            await using TestHost host = await TestHost.StartAsync($"--LocalHost__TrustedProxies={proxies}");
            using HttpRequestMessage request = new(HttpMethod.Get, "/local/clock");
            request.Headers.TryAddWithoutValidation(header, value);
            using HttpResponseMessage response = await host.Http.SendAsync(request);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> AdvanceAsync(TestHost host, string body) =>
        host.Http.PostAsync("/local/clock/advance", new StringContent(body, Encoding.UTF8, "application/json"));
}
