using System.Net;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Tests.Http;

/// <summary>Whose word counts on who the client is. The connection of these tests comes from 127.0.0.1.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("", "192.0.2.7", "http 127.0.0.1")]
    [InlineData("192.0.2.1", "192.0.2.7", "http 127.0.0.1")]
    [InlineData("127.0.0.1", "192.0.2.7", "https 192.0.2.7")]
    [InlineData("127.0.0.1", "2001:db8::7", "https 2001:db8::7")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", "192.0.2.7", "https 192.0.2.7")]
    [InlineData("127.0.0.1", "192.0.2.66, 192.0.2.7", "https 192.0.2.7")]
    [InlineData("127.0.0.1,10.0.0.0/8", "192.0.2.66, 192.0.2.7, 10.1.2.3", "https 192.0.2.7")]
    [InlineData("127.0.0.1", "192.0.2.7, 10.1.2.3", "https 10.1.2.3")]
    [InlineData("127.0.0.1", "somebody", "http 127.0.0.1")]
    public async Task Client_IsTheLastAddress_ThatIsNotATrustedProxys(string trusted, string forwarded, string expected)
    {
        await using TestHost host = await TestHost.StartAsync($"--LocalHost__TrustedProxies={trusted}");
        string proto = string.Join(',', forwarded.Split(',').Select(_ => "https"));
        string seen = await AskAsync(host, ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", proto), ("X-Forwarded-Host", "attacker.example"));
        Assert.Equal(expected, $"{seen.Split(':')[0]} {seen.Split(' ')[1]}");
        Assert.Contains("://127.0.0.1 ", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxies_OneByOne_AreAllBelieved()
    {
        await using TestHost host = await TestHost.StartAsync("--LocalHost__TrustedProxies__0=127.0.0.1", "--LocalHost__TrustedProxies__1=10.0.0.1");
        Assert.EndsWith(" 192.0.2.7", await AskAsync(host, ("X-Forwarded-For", "192.0.2.7, 10.0.0.1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example.fr")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public async Task Proxies_ThatCannotBeMeant_StopTheStart(string wrong)
    {
        await using TestHost host = TestHost.Prepare($"--LocalHost__TrustedProxies=127.0.0.1, {wrong}", "--LocalHost__Port=70000");
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(host.BeginAsync);
        string fault = Assert.Single(refused.Failures, failure => failure.StartsWith("LocalHost__TrustedProxies : ", StringComparison.Ordinal));
        Assert.Contains($"« {wrong} »", fault, StringComparison.Ordinal);
        Assert.Contains(refused.Failures, failure => failure.StartsWith("LocalHost__Port", StringComparison.Ordinal));
    }

    private static async Task<string> AskAsync(TestHost host, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/WhoAsks");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
