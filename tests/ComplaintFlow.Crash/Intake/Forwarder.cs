using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Crash.Intake;

/// <summary>Brings mails, several at a time, as fast as they are answered.</summary>
internal sealed class Forwarder
{
    private const int Together = 12;
    private const int MostOfALife = 120;
    private readonly ConcurrentQueue<Letter> _letters = [];
    private int _count;

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Every mail that was brought at least once.</summary>
    public IReadOnlyCollection<Letter> Letters => _letters;

    public int Answered => _letters.Count(letter => letter.Reference is not null);

    /// <summary>Those whose connection broke.</summary>
    public IReadOnlyList<Letter> Unanswered => [.. _letters.Where(letter => letter.Reference is null)];

    /// <summary>Until the connection breaks, or enough was brought. What waits to be brought again comes first.</summary>
    public async Task BringAsync(HttpClient http)
    {
        ConcurrentQueue<Letter> again = new(Unanswered.Where(letter => letter.IsBroughtAgain));
        int last = _count + MostOfALife;
        await Task.WhenAll(Enumerable.Range(0, Together).Select(async _ =>
        {
            try
            {
                while (again.TryDequeue(out Letter? letter) || (letter = Next(last)) is not null)
                {
                    letter.Reference = await BringAsync(http, letter) is { } answer ? (string)answer["reference"]! : null;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The program was killed.
            }
        }));
    }

    /// <summary>The answer; null, and a fault, when the program refuses.</summary>
    public async Task<JsonNode?> BringAsync(HttpClient http, Letter letter)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/intake/email") { Content = new ByteArrayContent(letter.Raw) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        using HttpResponseMessage response = await http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            return await response.Content.ReadFromJsonAsync<JsonNode>();
        }

        Faults.Enqueue($"mail {letter.Number}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return null;
    }

    private Letter? Next(int last)
    {
        int number = Interlocked.Increment(ref _count);
        if (number > last)
        {
            return null;
        }

        Letter letter = new(number);
        _letters.Enqueue(letter);
        return letter;
    }
}
