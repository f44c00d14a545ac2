using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintFlow.LocalHost.Engine;
using Microsoft.DurableTask;

namespace ComplaintFlow.Simulation.Histories;

/// <summary>An orchestration that was under way when it was recorded: what its code must still do in the same order, whatever version runs it.</summary>
/// <param name="Orchestrator">The name of its orchestrator.</param>
/// <param name="Instance">Its id.</param>
/// <param name="Created">Ticks of the instant in UTC at which the run began.</param>
/// <param name="Lines">Its history.</param>
internal sealed record RecordedHistory(string Orchestrator, string Instance, long Created, IReadOnlyList<HistoryEvent> Lines)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<HistoryKind>() },
    };

    /// <summary>The steps and what came back, without the values: two histories of one shape test the same.</summary>
    public string Shape => string.Join(' ', Lines.Select(line => $"{line.Kind}{line.Task}{line.Name}"));

    /// <summary>What it has that others may not, in a file name.</summary>
    public string Kind => string.Join(
        '-',
        new[]
        {
            (Name: "failures", IsThere: Has(HistoryKind.Failed)),
            (Name: "nudges", IsThere: Has(HistoryKind.EventRaised)),
            (Name: "timers", IsThere: Has(HistoryKind.Fired)),
            (Name: "timer-given-up", IsThere: Lines.Count(line => line.Kind == HistoryKind.Timer) > Lines.Count(line => line.Kind == HistoryKind.Fired) + 1),
        }.Where(trait => trait.IsThere).Select(trait => trait.Name).DefaultIfEmpty("plain"));

    public static RecordedHistory Read(string path) =>
        JsonSerializer.Deserialize<RecordedHistory>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} is empty.");

    public void Write(string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(this with { Lines = [.. Lines.Select(WithoutTrace)] }, Json) + "\n");

    /// <summary>The instance as the engine would have it.</summary>
    public InstanceRow Row() =>
        new(1, Instance, Orchestrator, 1, Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running, false, true, null, null, null, 0, -1, Created);

    /// <summary>Stack traces are of the machine that recorded, and no orchestrator looks at them.</summary>
    private static HistoryEvent WithoutTrace(HistoryEvent line) => line.Kind == HistoryKind.Failed
        ? line with { Data = Payload.Write(WithoutTrace(Payload.Read<TaskFailureDetails>(line.Data)!)) }
        : line;

    private static TaskFailureDetails WithoutTrace(TaskFailureDetails failure) => failure with
    {
        StackTrace = null,
        InnerFailure = failure.InnerFailure is { } inner ? WithoutTrace(inner) : null,
    };

    private bool Has(HistoryKind kind) => Lines.Any(line => line.Kind == kind);
}
