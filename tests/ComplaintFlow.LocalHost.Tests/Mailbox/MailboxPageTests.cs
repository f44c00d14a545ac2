using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ComplaintFlow.LocalHost.Tests.Mailbox;

public sealed class MailboxPageTests
{
    private static readonly string[] Settings =
    [
        "--AzureFunctionsJobHost__localHost__mailbox__folder=mailbox",
        "--AzureFunctionsJobHost__localHost__mailbox__kindHeader=X-Kind",
        "--AzureFunctionsJobHost__localHost__mailbox__referenceHeader=X-Reference",
    ];

    [Fact]
    public async Task Json_ListsMails_NewestFirst_WithTheirLinksAndAttachments()
    {
        await using TestHost host = await TestHost.StartAsync(Settings);
        Write(host, "a", "Mon, 02 Mar 2026 09:00:00 +0100", "acknowledgement", "R26-1", "<b>Bonjour</b> <a href=\"https://x.example/c/1?a=1&amp;b=2\">lien</a>");
        Write(host, "b", "Mon, 02 Mar 2026 10:00:00 +0100", "sign-in", null, "<p>Entrez</p>");
        JsonElement[] mails = (await GetJsonAsync(host, "/local/mailbox"))!;
        Assert.Equal(["b", "a"], mails.Select(mail => mail.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, mails[0].GetProperty("reference").ValueKind);
        JsonElement mail = mails[1];
        Assert.Equal("acknowledgement", mail.GetProperty("kind").GetString());
        Assert.Equal("R26-1", mail.GetProperty("reference").GetString());
        Assert.Equal("éloïse@example.fr", mail.GetProperty("to").GetString());
        Assert.Equal("Réclamation reçue", mail.GetProperty("subject").GetString());
        Assert.Equal("a@example.fr", mail.GetProperty("messageId").GetString());
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T09:00:00+01:00"), mail.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(
            ["https://x.example/c/first", "https://x.example/c/1?a=1&b=2"],
            mail.GetProperty("links").EnumerateArray().Select(link => link.GetString()));
        JsonElement attachment = Assert.Single(mail.GetProperty("attachments").EnumerateArray());
        Assert.Equal("pièce.txt", attachment.GetProperty("fileName").GetString());
        Assert.Equal("text/plain", attachment.GetProperty("contentType").GetString());
        Assert.Equal(5, attachment.GetProperty("size").GetInt64());
        Assert.Contains("Bonjour", mail.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ByKindAndReference_Narrows()
    {
        await using TestHost host = await TestHost.StartAsync(Settings);
        Write(host, "a", "Mon, 02 Mar 2026 09:00:00 +0100", "one", "R26-1", "");
        Write(host, "b", "Mon, 02 Mar 2026 10:00:00 +0100", "two", "R26-1", "");
        Write(host, "c", "Mon, 02 Mar 2026 11:00:00 +0100", "two", "R26-2", "");
        Assert.Equal(2, (await GetJsonAsync(host, "/local/mailbox?kind=two"))!.Length);
        Assert.Equal("b", Assert.Single((await GetJsonAsync(host, "/local/mailbox?kind=two&reference=r26-1"))!).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Page_ForABrowser_EncodesEverything()
    {
        await using TestHost host = await TestHost.StartAsync(Settings);
        Write(host, "a", "Mon, 02 Mar 2026 09:00:00 +0100", "<script>alert(1)</script>", "R26-1", "<script>alert(2)</script>");
        using HttpResponseMessage response = await host.Http.GetAsync("/local/mailbox?reference=\"><i>");
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("style-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string page = await host.Http.GetStringAsync("/local/mailbox");
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("Réclamation reçue", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://x.example/c/first\"", page, StringComparison.Ordinal);
        Assert.Contains("lundi 2 mars 2026, 09:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_OfThePage_IsServed()
    {
        await using TestHost host = await TestHost.StartAsync(Settings);
        using HttpResponseMessage response = await host.Http.GetAsync("/local/style.css");
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("pre-wrap", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatIsMissing_HasNoMails()
    {
        await using TestHost host = await TestHost.StartAsync(Settings);
        Assert.Empty((await GetJsonAsync(host, "/local/mailbox"))!);
        using HttpResponseMessage posted = await host.Http.PostAsync("/local/mailbox", null);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    private static async Task<JsonElement[]?> GetJsonAsync(TestHost host, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement[]>();
    }

    private static void Write(TestHost host, string id, string date, string kind, string? reference, string html)
    {
        string folder = Path.Combine(host.Directory, "mailbox");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, id + ".eml"), $"""
            From: firm@example.fr
            To: éloïse@example.fr
            Subject: Réclamation reçue
            Date: {date}
            Message-ID: <{id}@example.fr>
            X-Kind: {kind}
            {(reference is null ? "X-Other: 1" : $"X-Reference: {reference}")}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=utf-8

            Bonjour, voyez https://x.example/c/first.
            --a
            Content-Type: text/html; charset=utf-8

            {html}
            --a--
            --m
            Content-Type: text/plain
            Content-Disposition: attachment; filename="pièce.txt"

            abcde
            --m--
            """);
    }
}
