using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Proxy.Premises;

namespace ComplaintFlow.Proxy;

/// <summary>An update while people write: what was acknowledged is there, and nobody reads an error that is not ours.</summary>
public sealed class RestartTests
{
    private const int Senders = 8;
    private const int Each = 40;

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task Restart_UnderLoad_LosesNothingAcknowledged_AndStoresNothingTwice(string proxy)
    {
        await using Firm firm = await Firm.StartAsync(proxy, "ComplaintFlow__RateLimit=0");
        ConcurrentDictionary<string, string> acknowledged = new();
        ConcurrentBag<HttpStatusCode> refused = [];
        TaskCompletionSource underLoad = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource back = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] senders = [.. Enumerable.Range(0, Senders).Select(sender => SendAsync(firm, sender, acknowledged, refused, underLoad, back.Task))];

        await underLoad.Task;
        await firm.Program.StopAsync();
        using (Visitor visitor = firm.VisitorFrom("127.0.0.2"))
        {
            await AwayAsync(visitor);
        }

        await firm.Program.StartAsync();
        back.SetResult();
        await Task.WhenAll(senders);

        Assert.All(refused, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.Equal(Senders * Each, acknowledged.Count);
        Assert.Equal(acknowledged.Count, acknowledged.Values.Distinct().Count());
        await JudgeAsync(firm, acknowledged);
    }

    private static async Task SendAsync(
        Firm firm, int sender, ConcurrentDictionary<string, string> acknowledged, ConcurrentBag<HttpStatusCode> refused, TaskCompletionSource underLoad, Task back)
    {
        using Visitor visitor = firm.VisitorFrom($"127.0.1.{sender + 1}");
        for (int number = 0; number < Each; number++)
        {
            string key = $"{sender}-{number}";
            while (!acknowledged.ContainsKey(key))
            {
                using HttpResponseMessage response = await visitor.SendAsync(
                    HttpMethod.Post, "/api/complaints", Visitor.Complaint($"client{key}@example.fr"), ("Idempotency-Key", key));
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    acknowledged[key] = (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["reference"]!;
                }
                else
                {
                    refused.Add(response.StatusCode);
                    await back;
                }
            }

            if (acknowledged.Count > Senders * Each / 3)
            {
                underLoad.TrySetResult();
            }
        }
    }

    private static async Task AwayAsync(Visitor visitor)
    {
        foreach (string accept in new[] { "application/json", "text/html" })
        {
            using HttpResponseMessage away = await visitor.SendAsync(HttpMethod.Get, "/", null, ("Accept", accept));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(10), away.Headers.RetryAfter?.Delta);
            Assert.Contains("Le service redémarre", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task JudgeAsync(Firm firm, ConcurrentDictionary<string, string> acknowledged)
    {
        firm.Program.Direct.DefaultRequestHeaders.Add("x-functions-key", FirmProgram.Key);
        foreach ((string key, string reference) in acknowledged)
        {
            JsonNode complaint = (await firm.Program.Direct.GetFromJsonAsync<JsonNode>(new Uri($"/api/complaints/{reference}", UriKind.Relative)))!;
            Assert.Equal($"client{key}@example.fr", (string)complaint["complainant"]!["email"]!);
        }

        await firm.Program.SettleAsync();
        JsonArray mails = (await firm.Program.Direct.GetFromJsonAsync<JsonArray>(new Uri("/local/mailbox?kind=acknowledgement", UriKind.Relative)))!;
        string[] told = [.. mails.Select(mail => (string)mail!["to"]!).Order(StringComparer.Ordinal)];
        Assert.Equal(acknowledged.Keys.Select(key => $"client{key}@example.fr").Order(StringComparer.Ordinal), told);
    }
}
