using System.Collections;
using System.Text.Json;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A mail as the mailbox page gives it. Links are absolute; <paramref name="At"/> carries the offset of Paris.</summary>
public sealed record TestMail(
    string Id, string MessageId, string Kind, string? Reference, string To, string Subject, DateTimeOffset At, string Text, string Html, IReadOnlyList<string> Links)
{
    /// <summary>The one staff link.</summary>
    public string StaffLink => Links.Single(link => link.Contains("/s/", StringComparison.Ordinal));

    /// <summary>The client's follow-up link.</summary>
    public string ClientLink => Links.Single(link => link.Contains("/c/", StringComparison.Ordinal));
}

/// <summary>All mails sent so far, oldest first.</summary>
public sealed class TestMailbox(TestApp app) : IEnumerable<TestMail>
{
    public IEnumerator<TestMail> GetEnumerator()
    {
        app.SettleAsync().GetAwaiter().GetResult();
        using HttpRequestMessage request = new(HttpMethod.Get, "/local/mailbox");
        using HttpResponseMessage response = app.Http.Send(request);
        response.EnsureSuccessStatusCode();
        using Stream body = response.Content.ReadAsStream();
        List<TestMail> mails = JsonSerializer.Deserialize<List<TestMail>>(body, JsonSerializerOptions.Web)!;
        mails.Reverse();
        return mails.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The mails of a kind, oldest first.</summary>
    public IReadOnlyList<TestMail> Of(string kind, string? reference = null) =>
        [.. this.Where(mail => mail.Kind == kind && (reference is null || mail.Reference == reference))];

    /// <summary>The only mail of a kind to somebody.</summary>
    public TestMail Only(string kind, string? to = null, string? reference = null) =>
        Assert.Single(this, mail => mail.Kind == kind && (to is null || mail.To == to) && (reference is null || mail.Reference == reference));
}
