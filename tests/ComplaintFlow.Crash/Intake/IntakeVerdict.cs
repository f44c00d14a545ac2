using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Crash.Intake;

/// <summary>Whether every mail that was kept is one complaint, or parked once, and every client was told once.</summary>
internal sealed class IntakeVerdict(HttpClient http, Forwarder forwarder)
{
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        List<string> faults = [];
        Dictionary<string, Letter> letterOf = [];
        foreach (Letter letter in forwarder.Letters)
        {
            if (await forwarder.BringAsync(http, letter) is not { } answer)
            {
                continue;
            }

            string reference = (string)answer["reference"]!;
            if (letter.Reference is { } known && known != reference)
            {
                faults.Add($"mail {letter.Number}: {known} at first, {reference} when brought again");
            }

            bool mustBeThere = letter.Reference is not null || letter.CutOffAt >= IntakeStep.Kept;
            if (mustBeThere && (string?)answer["outcome"] != "duplicate")
            {
                faults.Add($"mail {letter.Number}: cut off at {letter.CutOffAt}, and {answer["outcome"]} as if it had never come");
            }

            if (!letterOf.TryAdd(reference, letter))
            {
                faults.Add($"{reference}: both mail {letter.Number} and mail {letterOf[reference].Number}");
            }
        }

        using HttpResponseMessage advanced = await http.PostAsJsonAsync(new Uri("/local/clock/advance", UriKind.Relative), new { by = "PT15M" });
        advanced.EnsureSuccessStatusCode();
        string[] complaints = [.. await ComplaintsAsync()];
        string[] parked = [.. (await ReadAsync("/api/parked"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];
        string[] told = [.. (await ReadAsync("/local/mailbox?kind=acknowledgement")).AsArray().Select(mail => (string)mail!["reference"]!)];
        string[] toOpen = [.. letterOf.Where(pair => !pair.Value.IsAutomatic).Select(pair => pair.Key)];
        string[] toPark = [.. letterOf.Where(pair => pair.Value.IsAutomatic).Select(pair => pair.Key)];
        faults.AddRange(Differences("complaint", toOpen, complaints));
        faults.AddRange(Differences("parked mail", toPark, parked));
        faults.AddRange(Differences("acknowledgement", toOpen, told));
        foreach (string reference in complaints)
        {
            JsonArray attachments = (await ReadAsync($"/api/complaints/{reference}"))["attachments"]!.AsArray();
            if (attachments.Count != 2)
            {
                faults.Add($"{reference}: {attachments.Count} documents instead of the mail and its own");
            }
        }

        return faults;
    }

    private static IEnumerable<string> Differences(string what, string[] expected, string[] found) =>
    [
        .. expected.Except(found).Select(reference => $"{reference}: the {what} is missing"),
        .. found.Except(expected).Select(reference => $"{reference}: a {what} of no mail"),
        .. found.GroupBy(reference => reference).Where(same => same.Count() > 1).Select(same => $"{same.Key}: the {what} is there {same.Count()} times"),
    ];

    private async Task<IReadOnlyList<string>> ComplaintsAsync()
    {
        List<string> references = [];
        for (string? page = "1"; page is not null;)
        {
            JsonNode answer = await ReadAsync($"/api/complaints?page={page}");
            references.AddRange(answer["items"]!.AsArray().Select(item => (string)item!["reference"]!));
            page = answer["nextPage"]?.ToString();
        }

        return references;
    }

    private async Task<JsonNode> ReadAsync(string path) => (await http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
