using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>How much and how often.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Body_Over28Megabytes_Is413WithOrWithoutALength()
    {
        await using TestApp app = await TestApp.StartAsync();
        byte[] body = Encoding.UTF8.GetBytes($"{{\"description\":\"{new string('d', 28_000_000)}\"}}");
        using HttpResponseMessage known = await app.SendAsync("POST", "/api/complaints", JsonBytes(body));
        await known.ProblemAsync(413);

        using HttpRequestMessage chunked = new(HttpMethod.Post, "/api/complaints") { Content = JsonBytes(body) };
        chunked.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage unknown = await app.Http.SendAsync(chunked);
        await unknown.ProblemAsync(413);
        Assert.Empty(await app.ListAsync(""));
    }

    [Theory]
    [InlineData(1, 10_000_000, 202)]
    [InlineData(1, 10_000_001, 413)]
    [InlineData(2, 10_000_000, 202)]
    [InlineData(3, 6_700_000, 413)]
    [InlineData(20, 10, 202)]
    [InlineData(21, 10, 413)]
    public async Task Attachments_SizeAndNumber_HaveTheirLimits(int files, int size, int expected)
    {
        await using TestApp app = await TestApp.StartAsync();
        string content = Convert.ToBase64String(new byte[size]);
        using HttpResponseMessage response = await app.PostComplaintAsync(Intents.Complaint(body => body["attachments"] = new JsonArray(
        [
            .. Enumerable.Range(0, files).Select(i => new JsonObject { ["fileName"] = $"{i}.bin", ["contentType"] = "application/octet-stream", ["base64"] = content }),
        ])));
        Assert.Equal(expected, (int)response.StatusCode);
        if (expected == 413)
        {
            await response.ProblemAsync(413);
            Assert.Empty(await app.ListAsync(""));
        }
    }

    [Fact]
    public async Task Posts_TooMany_Are429AndReadingIsNot()
    {
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__RateLimit"] = "3" });
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage accepted = await app.PostComplaintAsync(Intents.Complaint());
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        using HttpResponseMessage refused = await app.PostComplaintAsync(Intents.Complaint());
        await refused.ProblemAsync(429);
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        using HttpResponseMessage wrongKey = await app.PostComplaintAsync(Intents.Complaint(), "wrong-key-0123456789-0123456789-0123");
        await wrongKey.ProblemAsync(429);
        using HttpResponseMessage link = await app.PostFormAsync("/staff/sign-in", ("email", Staff.Manager));
        Assert.Equal(HttpStatusCode.TooManyRequests, link.StatusCode);

        foreach (string path in (string[])["/healthz", "/api/deadlines?received=2026-03-02", "/", "/deadlines"])
        {
            using HttpResponseMessage open = await app.SendAsync("GET", path);
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }

        using HttpResponseMessage withKey = await app.PostComplaintAsync(Intents.Complaint(), TestApp.Key);
        Assert.Equal(HttpStatusCode.Accepted, withKey.StatusCode);
        Assert.Equal(4, (await app.ListAsync("")).Count);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nJea")]
    [InlineData("multipart/form-data", "nothing")]
    [InlineData("multipart/form-data; boundary=b", "")]
    public async Task Form_CutOff_Is400(string type, string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach (string door in (string[])["/api/complaints", "/staff/sign-in"])
        {
            ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using HttpResponseMessage response = await app.SendAsync("POST", door, content);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    private static ByteArrayContent JsonBytes(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
