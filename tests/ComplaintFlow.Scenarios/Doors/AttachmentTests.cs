using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Doors;

/// <summary>Documents go in and come out byte for byte, always as downloads.</summary>
public sealed class AttachmentTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Theory]
    [InlineData("relevé d’été.pdf", "application/pdf", "application/pdf")]
    [InlineData("page.html", "text/html", "application/octet-stream")]
    [InlineData("image.svg", "image/svg+xml", "application/octet-stream")]
    [InlineData("photo 😀.png", "image/png", "image/png")]
    [InlineData("quote\".txt", "text/plain", "application/octet-stream")]
    public async Task Download_OfAnything_IsASaveWithItsNameAndItsBytes(string name, string type, string served)
    {
        string reference = await _app.ComplainAsync();
        byte[] content = RandomNumberGenerator.GetBytes(5_000);
        JsonNode complaint = await (await UploadAsync(reference, name, type, content)).JsonAsync();
        JsonNode file = complaint["attachments"]!.AsArray()[^1]!;
        Assert.Equal(name, (string)file["fileName"]!);
        Assert.Equal(5_000, (int)file["size"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), (string)file["sha256"]!);

        using HttpResponseMessage download = await _app.SendAsync(
            "GET", $"/api/complaints/{reference}/attachments/{file["id"]}", null, Requests.WithKey());
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name, download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", download.Header("X-Content-Type-Options"));
        Assert.Equal(served, download.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Upload_SameFileAgain_IsHarmless()
    {
        string reference = await _app.ComplainAsync();
        JsonNode first = await (await UploadAsync(reference, "a.txt", "text/plain", "abc"u8.ToArray())).JsonAsync();
        await _app.SettleAsync();
        JsonNode second = await (await UploadAsync(reference, "a.txt", "text/plain", "abc"u8.ToArray())).JsonAsync();
        Assert.Single(second["attachments"]!.AsArray());
        Assert.Single(first["attachments"]!.AsArray());
    }

    [Theory]
    [InlineData("setup.exe", "abc")]
    [InlineData("macro.JS", "abc")]
    [InlineData("empty.txt", "")]
    public async Task Upload_OfAProgramOrOfNothing_Is400AndChangesNothing(string name, string content)
    {
        string reference = await _app.ComplainAsync();
        await _app.SettleAsync();
        int before = await _app.VersionAsync(reference);
        using HttpResponseMessage response = await UploadAsync(reference, name, "application/octet-stream", Encoding.UTF8.GetBytes(content));
        Assert.NotEmpty(await response.WrongFieldsAsync());
        Assert.Equal(before, await _app.VersionAsync(reference));
    }

    [Fact]
    public async Task Upload_WithoutFileOrOfAnotherType_IsRefused()
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage none = await _app.SendAsync(
            "POST", $"/api/complaints/{reference}/attachments", Requests.Form(("a", "b")), Requests.WithKey(), Requests.As(Staff.Manager));
        Assert.Equal(["file"], await none.WrongFieldsAsync());
        using HttpResponseMessage other = await _app.SendAsync(
            "POST", $"/api/complaints/{reference}/attachments", Requests.Raw("abc", "text/plain"), Requests.WithKey(), Requests.As(Staff.Manager));
        await other.ProblemAsync(415);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("..%2F..%2Fcomplaints.db")]
    [InlineData("..")]
    public async Task Download_OfAnUnknownId_Is404(string id)
    {
        string reference = await _app.ComplainAsync();
        using HttpResponseMessage response = await _app.SendAsync("GET", $"/api/complaints/{reference}/attachments/{id}", null, Requests.WithKey());
        Assert.NotEqual("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task Download_ThroughAnotherComplaint_Is404()
    {
        string mine = await _app.ComplainAsync();
        string theirs = await _app.ComplainAsync();
        JsonNode complaint = await (await UploadAsync(mine, "a.txt", "text/plain", "abc"u8.ToArray())).JsonAsync();
        using HttpResponseMessage response = await _app.SendAsync(
            "GET", $"/api/complaints/{theirs}/attachments/{complaint["attachments"]![0]!["id"]}", null, Requests.WithKey());
        await response.ProblemAsync(404);
    }

    private async Task<HttpResponseMessage> UploadAsync(string reference, string name, string type, byte[] content)
    {
        ByteArrayContent file = new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using MultipartFormDataContent form = [];
        form.Add(file);
        file.Headers.ContentDisposition = null;
        string raw = $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        Assert.True(file.Headers.TryAddWithoutValidation("Content-Disposition", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(raw))));
        return await _app.SendAsync(
            "POST", $"/api/complaints/{reference}/attachments", form, Requests.WithKey(), Requests.As(Staff.Manager));
    }
}
