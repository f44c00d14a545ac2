using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Acts;

/// <summary>Two people at once: one wins, the other is told.</summary>
public sealed class AtOnceTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Fact]
    public async Task ApproveAndReturn_AtOnce_ExactlyOneWins()
    {
        for (int round = 0; round < 8; round++)
        {
            string reference = await _app.BringToAsync("submitted");
            HttpResponseMessage[] responses = await Task.WhenAll(
                _app.TryActAsync(reference, "approve", Staff.Manager), _app.TryActAsync(reference, "return", Staff.Manager, new { comment = "Non." }));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], responses.Select(response => response.StatusCode).Order());
            await _app.SettleAsync();
            JsonNode complaint = await _app.ReadAsync(reference);
            bool approved = responses[0].StatusCode == HttpStatusCode.OK;
            Assert.Equal(approved ? "answered" : "acknowledged", (string)complaint["status"]!);
            Assert.Equal(approved ? 1 : 0, _app.Mailbox.Of("answer", reference).Count);
            Assert.Equal(approved ? 0 : 1, _app.Mailbox.Of("returned", reference).Count);
            Assert.Contains(reference, await _app.ListAsync($"q={reference}&status={complaint["status"]}"));
        }
    }

    [Fact]
    public async Task DifferentNotes_AtOnce_AreAllKept()
    {
        string reference = await _app.BringToAsync("new");
        HttpResponseMessage[] responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => _app.TryActAsync(reference, "note", Staff.Manager, new { text = $"Note {i}" })));
        Assert.Equal((8, 0, 0), Acting.Count(responses));
        JsonArray journal = (await _app.ReadAsync(reference))["journal"]!.AsArray();
        Assert.Equal(8, journal.Count(line => (string)line!["type"]! == "note"));
        Assert.Equal(Enumerable.Range(1, journal.Count), journal.Select(line => (int)line!["number"]!));
    }

    [Fact]
    public async Task SameETag_AtOnce_ExactlyOnePasses()
    {
        string reference = await _app.BringToAsync("new");
        string tag = $"\"{await _app.VersionAsync(reference)}\"";
        HttpResponseMessage[] responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => _app.TryActAsync(reference, "note", Staff.Manager, new { text = $"Note {i}" }, tag)));
        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, responses.Count(response => response.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Resend_OfASentMail_LeavesOnceEvenWhenAskedManyTimes()
    {
        string reference = await _app.BringToAsync("new");
        JsonNode complaint = await _app.ReadAsync(reference);
        string effect = (string)complaint["effects"]!.AsArray().Single(each => (string)each!["kind"]! == "acknowledgement")!["id"]!;
        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.TryActAsync(reference, "resend", Staff.Manager, new { effect })));
        Assert.Equal((1, 7, 0), Acting.Count(responses));
        Assert.Equal(2, _app.Mailbox.Of("acknowledgement", reference).Count);
    }
}
