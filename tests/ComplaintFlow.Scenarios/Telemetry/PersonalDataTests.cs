using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Scenarios.App;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>Whatever is told outside, lines, spans and figures, names nobody: a life full of tell-tale words is searched for them.</summary>
public sealed class PersonalDataTests
{
    /// <summary>Each stands for what is of a person: name, addresses, telephone, numbers, words, files, links.</summary>
    private static readonly string[] TellTales =
    [
        "Zébulon", "Quatrefages", "zebulon.quatrefages", "quatrefages.example", "06 71 82 93 04", "0671829304", "impasse Mirabelle", "C-987654321",
        "CONTRAT-XYLO-77", "Sujet-Carabistouille", "Description-Balivernes", "Réponse-Saperlipopette", "Note-Galimatias", "Message-Tarabiscot",
        "Appel-Fariboles", "piece-jointe-secrete", "Mandataire-Papelard", "papelard@mandat.example",
    ];

    [Fact]
    public async Task Life_ToldOutside_NamesNobody()
    {
        LogBook lines = new();
        using SpanBook spans = new();
        using FigureBook figures = new();
        bool isDown = true;
        await using TestApp app = await TestApp.StartAsync(configure: builder =>
        {
            Listen(lines, builder);
            builder.Services.Wrap<IMailTransport>(mailbox => new FailingTransport(mailbox, () => isDown));
        });

        string reference = await app.EnterAsync("phone", Tell);
        await app.SettleAsync();
        isDown = false;
        string link = await LiveAsync(app, reference);

        string told = Told(lines, spans, figures);
        string token = new Uri(link).Segments[^1];
        Assert.All(TellTales, word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(token, told, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..20], told, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApp.Key, told, StringComparison.Ordinal);
        Assert.Contains("451 4.3.0", told, StringComparison.Ordinal);
        Assert.NotEmpty(spans.Of(reference));
        Assert.NotEmpty(figures.AllTags);
    }

    /// <summary>What the store throws is logged, too, and may quote what it was given.</summary>
    [Fact]
    public async Task Failure_ThatQuotesPeople_IsLoggedWithoutThem()
    {
        LogBook lines = new();
        using SpanBook spans = new();
        using FigureBook figures = new();
        bool isBroken = false;
        InvalidOperationException fault = new(
            "Cannot write \"Zébulon Quatrefages\" <zebulon.quatrefages@quatrefages.example>, 06 71 82 93 04", new FormatException("'Note-Galimatias' is wrong."));
        await using TestApp app = await TestApp.StartAsync(configure: builder =>
        {
            Listen(lines, builder);
            builder.Services.Wrap<Functions.Storage.ITableStore>(store => new InterceptedStore(store)
            {
                BeforeRead = () => isBroken ? throw fault : default,
            });
        });
        string reference = await app.ComplainAsync();
        await app.SettleAsync();
        isBroken = true;

        using HttpResponseMessage response = await app.TryActAsync(reference, "note", Staff.DefaultHandler, new { text = "Note-Galimatias" });
        await app.AdvanceToAsync("2026-03-02 09:20");
        isBroken = false;

        Assert.Equal(500, (int)response.StatusCode);
        string told = Told(lines, spans, figures);
        Assert.Contains("PerformComplaintAct failed", told, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: Cannot write", told, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", told, StringComparison.Ordinal);
        Assert.Contains(nameof(InterceptedStore), told, StringComparison.Ordinal);
        Assert.All(TellTales, word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>At every level, whatever host.json says; off stays what the program itself turns off, because it has paths.</summary>
    private static void Listen(LogBook lines, FunctionsApplicationBuilder builder)
    {
        lines.Listen(builder);
        builder.Logging.AddFilter<LogBook>((category, _) => category != "Microsoft.AspNetCore.Hosting.Diagnostics");
    }

    private static void Tell(JsonObject body)
    {
        body["complainant"] = new JsonObject
        {
            ["name"] = "Zébulon Quatrefages", ["email"] = "zebulon.quatrefages@quatrefages.example", ["phone"] = "06 71 82 93 04",
            ["postalAddress"] = "3 impasse Mirabelle\n44000 Nantes", ["clientNumber"] = "C-987654321",
        };
        body["representative"] = new JsonObject { ["name"] = "Mandataire-Papelard", ["email"] = "papelard@mandat.example", ["capacity"] = "avocat" };
        body["contract"] = "CONTRAT-XYLO-77";
        body["subject"] = "Sujet-Carabistouille";
        body["description"] = "Description-Balivernes";
        body["attachments"] = new JsonArray(new JsonObject
        {
            ["fileName"] = "piece-jointe-secrete.txt", ["contentType"] = "text/plain", ["base64"] = Convert.ToBase64String("Bonjour"u8),
        });
    }

    /// <summary>Acts, pages, mails in and out, searches, mistakes; the client's link.</summary>
    private static async Task<string> LiveAsync(TestApp app, string reference)
    {
        await app.AdvanceToAsync("2026-03-02 12:00");
        string link = app.Mailbox.Of("invitation-to-write")[0].Links.First(url => url.Contains("/c/", StringComparison.Ordinal));
        await app.OpenAsync(link);
        using HttpResponseMessage message = await app.PostFormAsync(link, ("action", "message"), ("text", "Message-Tarabiscot"));
        await app.OpenAsync(link[..^3], System.Net.HttpStatusCode.NotFound);
        await app.ActAsync(reference, "note", Staff.DefaultHandler, new { text = "Note-Galimatias" });
        await app.ActAsync(reference, "correct", Staff.DefaultHandler, new { writtenOn = "2026-03-02" });
        await app.ActAsync(reference, "record-call", Staff.DefaultHandler, new { summary = "Appel-Fariboles" });
        using HttpRequestMessage search = new(HttpMethod.Get, "/api/complaints?q=Quatrefages");
        search.Headers.Add("x-functions-key", TestApp.Key);
        using HttpResponseMessage found = await app.Http.SendAsync(search);
        using HttpResponseMessage wrong = await app.Http.PostAsync(
            new Uri("/api/complaints", UriKind.Relative), new StringContent("{\"complainant\": Zébulon", Encoding.UTF8, "application/json"));
        using HttpResponseMessage badFields = await app.Http.PostAsJsonAsync("/api/complaints", new { subject = "Sujet-Carabistouille" });
        await app.TakeMailAsync(IncomingMails.Mail("Message-Tarabiscot", "Sujet-Carabistouille", "Zebulon Quatrefages <zebulon.quatrefages@quatrefages.example>"));
        await app.TakeMailAsync(IncomingMails.Bounce(app.Mailbox.Of("invitation-to-write")[0].MessageId, "zebulon.quatrefages@quatrefages.example"));
        await app.AdvanceToAsync("2026-03-20 09:00");
        await app.AnswerAsync(reference, Staff.DefaultHandler, text: "Réponse-Saperlipopette");
        await app.AdvanceToAsync("2026-07-20 09:00");
        return link;
    }

    private static string Told(LogBook lines, SpanBook spans, FigureBook figures) => string.Join(
        '\n',
        [
            .. lines.Lines,
            .. spans.All.Select(span =>
                $"{span.DisplayName} {span.StatusDescription} {span.TraceStateString} {Words(span.TagObjects)} {string.Join(' ', span.Baggage.Select(item => item.Value))} "
                + string.Join(' ', span.Events.Select(one => $"{one.Name} {Words(one.Tags)}").Concat(span.Links.Select(one => Words(one.Tags ?? []))))),
            .. figures.AllTags,
        ]);

    private static string Words(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
