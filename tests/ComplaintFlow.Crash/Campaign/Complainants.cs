using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Several clients who complain as fast as they are answered, each complaint with a key of its own.</summary>
internal sealed class Complainants
{
    private const int Clients = 6;
    private const int MostOfALife = 60;
    private readonly ConcurrentDictionary<string, string?> _referenceOfKey = [];
    private int _keys;

    public ConcurrentQueue<string> Faults { get; } = [];

    public int TriedAgain { get; private set; }

    public int Answered => _referenceOfKey.Values.Count(reference => reference is not null);

    public IReadOnlyCollection<string> References => [.. _referenceOfKey.Values.OfType<string>()];

    /// <summary>Until the connection breaks, or enough was said. What was left without an answer comes first.</summary>
    public async Task ComplainAsync(HttpClient http)
    {
        ConcurrentQueue<string> unanswered = new(_referenceOfKey.Where(pair => pair.Value is null).Select(pair => pair.Key));
        TriedAgain += unanswered.Count;
        int first = _keys;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            try
            {
                while (unanswered.TryDequeue(out string? key) || (key = NewKey(first)) is not null)
                {
                    await ComplainAsync(http, key);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The application was killed.
            }
        }));
    }

    /// <summary>Asks again for every complaint, answered or not: each has the same answer as before.</summary>
    public async Task TryAgainAsync(HttpClient http)
    {
        foreach (string key in _referenceOfKey.Keys)
        {
            TriedAgain++;
            await ComplainAsync(http, key);
        }
    }

    private string? NewKey(int first)
    {
        int number = Interlocked.Increment(ref _keys);
        return number <= first + MostOfALife ? $"complaint-{number}" : null;
    }

    private async Task ComplainAsync(HttpClient http, string key)
    {
        _referenceOfKey.TryAdd(key, null);
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/complaints")
        {
            Content = JsonContent.Create(new
            {
                complainant = new { name = "Jeanne Martin", email = $"{key}@example.fr" },
                subject = "Sinistre non remboursé",
                description = key,
                attachments = new[] { new { fileName = "a.txt", contentType = "text/plain", base64 = "YWJj" } },
            }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            Faults.Enqueue($"{key}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            return;
        }

        string reference = (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["reference"]!;
        if (_referenceOfKey[key] is { } known && known != reference)
        {
            Faults.Enqueue($"{key}: {known} at first, {reference} when asked again");
        }

        _referenceOfKey[key] = reference;
    }
}
