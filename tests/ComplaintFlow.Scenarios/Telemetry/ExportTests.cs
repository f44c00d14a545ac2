using System.Net.Http.Json;
using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>What arrives at a receiver when the setting names one.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Life_Exported_ArrivesJoined()
    {
        using TelemetryReceiver receiver = new(ChildProgram.FreePort());
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Telemetry__Otlp"] = receiver.Address });
        string reference = await app.ComplainAsync(Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-14 00:01");

        // What is still under way leaves with the program.
        await app.StopAsync();

        OtlpSpan request = receiver.Spans.First(span => span.Name == "POST /api/complaints" && span.Tags.GetValueOrDefault(Tags.Reference)?.ToString() == reference);
        OtlpSpan assignment = receiver.Spans.First(span => span.Name == SpanNames.Mail && span.Trace == request.Trace);
        Assert.Equal("assignment", assignment.Tags[Tags.MailKind]);
        Assert.Contains(receiver.Spans, span => span.Id == assignment.Parent && span.Trace == request.Trace);
        OtlpSpan missed = receiver.Spans.Single(
            span => span.Name == SpanNames.Mail && span.Tags[Tags.MailKind] == "deadline-missed" && span.Tags[Tags.Reference] == reference);
        OtlpSpan turn = receiver.Spans.Single(span => span.Id == missed.Parent);
        Assert.Single(turn.LinkedTraces);
        Assert.NotEqual(request.Trace, turn.Trace);
        Assert.Contains(MetricNames.Received, receiver.WordsOf("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains($"{Signals.DeadlineMissed}: {reference}", receiver.WordsOf("/v1/logs"), StringComparison.Ordinal);
        Assert.Contains("complaintflow", receiver.WordsOf("/v1/logs"), StringComparison.Ordinal);
    }

    /// <summary>Off the Functions host nobody else brings the lines, so they go there as well.</summary>
    [Fact]
    public async Task Life_ExportedToAzureMonitor_ArrivesWithItsLines()
    {
        using TelemetryReceiver receiver = new(ChildProgram.FreePort());
        await using TestApp app = await TestApp.StartAsync(settings: new()
        {
            ["ComplaintFlow__Telemetry__AzureMonitor"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={receiver.Address}/",
        });
        string reference = await app.ComplainAsync(Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-14 00:01");

        await app.StopAsync();

        string told = receiver.WordsOf(TelemetryReceiver.ApplicationInsights);
        Assert.Contains("\"name\":\"POST /api/complaints\"", told, StringComparison.Ordinal);
        Assert.Contains($"\"name\":\"{SpanNames.Mail}\"", told, StringComparison.Ordinal);
        Assert.Contains($"\"name\":\"{MetricNames.Received}\"", told, StringComparison.Ordinal);
        Assert.Contains($"{Signals.DeadlineMissed}: {reference}", told, StringComparison.Ordinal);
        Assert.Contains($"{Signals.SweepDone}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Durand", told, StringComparison.Ordinal);
    }

    /// <summary>In a process of its own: a listener of another test would have its spans recorded.</summary>
    [Fact]
    public async Task Share_OfNoTraces_LeavesMetricsAndLines()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-").FullName;
        using TelemetryReceiver receiver = new(ChildProgram.FreePort());
        using ChildProgram program = ChildProgram.Start(
            directory, ChildProgram.FreePort(), $"ComplaintFlow__Telemetry__Otlp={receiver.Address}", "ComplaintFlow__Telemetry__TraceShare=0");
        await program.WaitUntilReadyAsync();
        using HttpResponseMessage response = await program.Http.PostAsJsonAsync(new Uri("/api/complaints", UriKind.Relative), Intents.Complaint());
        program.Terminate();
        await program.WaitForExitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(receiver.Spans);
        Assert.Contains(MetricNames.Received, receiver.WordsOf("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains(Signals.ComplaintReceived, receiver.WordsOf("/v1/logs"), StringComparison.Ordinal);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Receiver_ThatIsNotThere_StopsNothing()
    {
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Telemetry__Otlp"] = $"http://127.0.0.1:{ChildProgram.FreePort()}" });

        string reference = await app.ComplainAsync();
        await app.SettleAsync();

        Assert.Equal("acknowledged", (string?)(await app.ReadAsync(reference))["status"]);
    }
}
