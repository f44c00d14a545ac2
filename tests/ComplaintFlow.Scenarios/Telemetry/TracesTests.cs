using System.Diagnostics;
using System.Net.Http.Json;
using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>One trace per act, from the request to the mail that it brings about; what time brings is a trace of its own, linked to where it came from.</summary>
public sealed class TracesTests
{
    [Fact]
    public async Task Complaint_Submitted_IsOneTraceFromTheRequestToTheMails()
    {
        using SpanBook book = new();
        await using TestApp app = await TestApp.StartAsync();

        string reference = await app.ComplainAsync();
        await app.SettleAsync();

        IReadOnlyList<Activity> spans = book.Of(reference);
        Activity request = Assert.Single(spans, span => span.Kind == ActivityKind.Server);
        Assert.Equal("POST /api/complaints", request.DisplayName);
        Assert.Equal(202, request.GetTagItem(Tags.Status));
        Assert.All(spans, span => Assert.Equal(request.TraceId, span.TraceId));
        Assert.Equal(["acknowledgement", "assignment"], Named(spans, SpanNames.Mail).Select(span => span.GetTagItem(Tags.MailKind)).Order());
        Assert.NotEmpty(Named(spans, SpanNames.Turn));
        Assert.All(Named(spans, SpanNames.Mail), mail => Assert.Contains(Named(spans, SpanNames.Send), sending => sending.ParentSpanId == mail.SpanId));
        Assert.All(
            Named(spans, SpanNames.Mail).Concat(Named(spans, SpanNames.Turn)),
            span => Assert.Contains(spans, known => known.SpanId == span.ParentSpanId));
        Assert.Contains(Named(spans, SpanNames.Write), write => write.ParentSpanId == request.SpanId && "complaint".Equals(write.GetTagItem(Tags.Partition)));
    }

    [Fact]
    public async Task Request_WithTraceParent_JoinsTheTraceOfWhoeverAsks()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using SpanBook book = new();
        await using TestApp app = await TestApp.StartAsync();
        using HttpRequestMessage message = new(HttpMethod.Post, "/api/complaints") { Content = JsonContent.Create(Intents.Complaint()) };
        message.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        using HttpResponseMessage response = await app.Http.SendAsync(message);

        Activity request = Assert.Single(book.All, span => span.TraceId.ToHexString() == Trace && span.Kind == ActivityKind.Server);
        Assert.Equal("b7ad6b7169203331", request.ParentSpanId.ToHexString());
    }

    [Theory]
    [StraightAndRestarted]
    public async Task Reminder_AfterASleep_IsATraceOfItsOwnLinkedToTheAct(bool restarts)
    {
        using SpanBook book = new();
        await using TestApp app = await TestApp.StartAsync(restarts: restarts);
        string reference = await app.ComplainAsync(Intents.WithoutEmail);
        await app.SettleAsync();
        ActivityTraceId act = Assert.Single(book.Of(reference).Select(span => span.TraceId).Distinct());

        await app.AdvanceToAsync("2026-03-07 08:01");

        IReadOnlyList<Activity> spans = book.Of(reference);
        Activity mail = Assert.Single(Named(spans, SpanNames.Mail), span => "acknowledgement-reminder".Equals(span.GetTagItem(Tags.MailKind)));
        Activity turn = Assert.Single(spans, span => span.SpanId == mail.ParentSpanId);
        Assert.Equal(SpanNames.Turn, turn.OperationName);
        Assert.NotEqual(act, turn.TraceId);
        Assert.Equal(default, turn.ParentSpanId);
        Assert.NotEqual(turn.TraceId, Assert.Single(turn.Links).Context.TraceId);
        Assert.Equal(act, Root(spans, turn).TraceId);
    }

    [Fact]
    public async Task Mail_TriedAgain_IsLinkedToTheActThatBroughtIt()
    {
        using SpanBook book = new();
        bool isDown = true;
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.Wrap<Functions.Mail.IMailTransport>(
            mailbox => new FailingTransport(mailbox, () => isDown)));
        string reference = await app.ComplainAsync(Intents.WithoutEmail);
        await app.SettleAsync();
        isDown = false;

        await app.AdvanceToAsync("2026-03-02 09:02");

        IReadOnlyList<Activity> mails = Named(book.Of(reference), SpanNames.Mail);
        Assert.Equal([1, 2], mails.Select(span => span.GetTagItem(Tags.Attempt)));
        Assert.Equal(["retry", "sent"], mails.Select(span => span.GetTagItem(Tags.Outcome)));
        Assert.NotEqual(mails[0].TraceId, mails[1].TraceId);
        Assert.Equal(mails[0].TraceId, Assert.Single(mails[1].Links).Context.TraceId);
    }

    /// <summary>What is told costs: docs/telemetry.md says how much a life makes.</summary>
    [Fact]
    public async Task Life_FromTheFormToTheEnd_HasSomeHundredSpans()
    {
        using SpanBook book = new();
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-04-10 09:00");
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-06-20 09:00");
        Assert.Equal("closed", (string?)(await app.ReadAsync(reference))["status"]);

        Assert.InRange(book.Of(reference).Count, 100, 400);
    }

    /// <summary>The way back along the links.</summary>
    private static Activity Root(IReadOnlyList<Activity> spans, Activity span)
    {
        while (span.Links.FirstOrDefault() is { Context: var before } && before != default)
        {
            Activity setter = spans.Single(known => known.SpanId == before.SpanId);
            span = spans.First(known => known.TraceId == setter.TraceId && (known.ParentSpanId == default || known.Links.Any()));
        }

        return span;
    }

    private static IReadOnlyList<Activity> Named(IEnumerable<Activity> spans, string name) => [.. spans.Where(span => span.OperationName == name)];
}
