using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Crash.Campaign;

namespace ComplaintFlow.Crash.Sending;

/// <summary>
/// Lives of the application on the same files: in each a complaint is entered about which exactly one mail leaves, and the
/// program is killed while it sends that.
/// </summary>
/// <param name="directory">The data directory of all lives.</param>
/// <param name="settings">How mails are sent.</param>
internal sealed class SendingLives(string directory, params string[] settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<string> _keys = [];

    /// <summary>One life, which ends when <paramref name="arm"/> calls what it is given: the SIGKILL, after which nothing more runs.</summary>
    /// <returns>The Idempotency-Key of the complaint.</returns>
    public Task<string> KillAsync(Action<Action> arm) => LiveAsync(async (app, key) =>
    {
        TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        arm(() =>
        {
            Signals.Kill(app.Process);
            killed.TrySetResult();
        });
        try
        {
            await EnterAsync(app.Http, key);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The mail was faster than the answer.
        }

        await killed.Task.WaitAsync(Patience);
    });

    /// <summary>One life, which ends as soon as the program says that the mail was sent.</summary>
    public Task<string> KillOnceRecordedAsync() => LiveAsync(async (app, key) =>
    {
        await SentAsync(app.Http, key);
        Signals.Kill(app.Process);
    });

    /// <summary>A last life, in which everything is sent that was not.</summary>
    /// <returns>The references of the complaints by their keys.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FinishAsync()
    {
        using AppProcess app = new(directory, settings);
        await app.ReadyAsync();
        Dictionary<string, string> references = [];
        foreach (string key in _keys)
        {
            references[key] = await SentAsync(app.Http, key);
        }

        return references;
    }

    private async Task<string> LiveAsync(Func<AppProcess, string, Task> live)
    {
        using AppProcess app = new(directory, settings);
        await app.ReadyAsync();
        foreach (string known in _keys)
        {
            await SentAsync(app.Http, known);
        }

        string key = string.Create(CultureInfo.InvariantCulture, $"complaint-{_keys.Count}");
        _keys.Add(key);
        await live(app, key);
        return key;
    }

    /// <summary>The complaint's reference, once its only mail counts as sent.</summary>
    private static async Task<string> SentAsync(HttpClient http, string key)
    {
        using CancellationTokenSource patience = new(Patience);
        string reference = await EnterAsync(http, key);
        while (true)
        {
            JsonNode complaint = (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/complaints/{reference}", UriKind.Relative), patience.Token))!;
            JsonNode effect = Assert.Single(complaint["effects"]!.AsArray())!;
            if ((string?)effect["status"] is "sent" or "delivered")
            {
                return reference;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }

    private static async Task<string> EnterAsync(HttpClient http, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/complaints")
        {
            Content = JsonContent.Create(new
            {
                channel = "letter",
                complainant = new { name = "Paul Durand", postalAddress = "2 rue du Port\n44000 Nantes" },
                subject = "Sinistre non remboursé",
                description = key,
            }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["reference"]!;
    }
}
