using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Whether the application has every complaint that it acknowledged, each once, and has told each client once.</summary>
internal sealed class AppVerdict(HttpClient http, IReadOnlyCollection<string> references)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        List<string> faults = [];
        foreach (string reference in references)
        {
            faults.AddRange(await JudgeAsync(reference));
        }

        JsonArray mails = await MailsAsync();
        foreach (IGrouping<string, JsonNode?> told in mails.GroupBy(mail => (string)mail!["reference"]!).Where(told => told.Count() > 1))
        {
            faults.Add($"{told.Key}: acknowledged {told.Count()} times");
        }

        string[] toldOf = [.. mails.Select(mail => (string)mail!["reference"]!)];
        faults.AddRange(references.Except(toldOf).Select(reference => $"{reference}: no acknowledgement was sent"));
        faults.AddRange(toldOf.Except(references).Select(reference => $"{reference}: a complaint that was never answered has a key of its own"));
        return faults;
    }

    private async Task<IReadOnlyList<string>> JudgeAsync(string reference)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri($"/api/complaints/{reference}", UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return [$"{reference}: acknowledged, and {(int)response.StatusCode} now"];
            }

            JsonNode complaint = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
            bool isSent = complaint["effects"]!.AsArray().All(effect => (string?)effect!["status"] == "sent");
            if (isSent && (string?)complaint["status"] == "acknowledged" && complaint["attachments"]!.AsArray().Count == 1)
            {
                using HttpResponseMessage file = await http.GetAsync(
                    new Uri($"/api/complaints/{reference}/attachments/{complaint["attachments"]![0]!["id"]}", UriKind.Relative));
                return await file.Content.ReadAsStringAsync() == "abc" ? [] : [$"{reference}: its document is lost"];
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                return [$"{reference}: {complaint["status"]}, effects {complaint["effects"]!.ToJsonString()}"];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private async Task<JsonArray> MailsAsync() =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri("/local/mailbox?kind=acknowledgement", UriKind.Relative)))!;
}
