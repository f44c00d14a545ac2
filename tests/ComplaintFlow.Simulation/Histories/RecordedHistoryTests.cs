using System.Runtime.CompilerServices;
using ComplaintFlow.Functions;
using ComplaintFlow.Functions.Orchestration;
using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintFlow.Simulation.Histories;

/// <summary>Orchestrations that earlier versions have left under way go on with this one.</summary>
public sealed class RecordedHistoryTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder(), path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task History_OfAnEarlierVersion_IsReplayedAndGoesOn(string file)
    {
        RecordedHistory history = RecordedHistory.Read(Path.Combine(Folder(), file));

        TurnResult result = await ReplayAsync(history);

        Assert.True(result.Outcome is not TurnOutcome.Threw, (result.Outcome as TurnOutcome.Threw)?.Failure.ErrorMessage);
    }

    /// <summary>The replay notices what it is there to notice: each step of each history under another name.</summary>
    [Fact]
    public async Task History_WithAStepThatTheCodeDoesNotMake_IsRefused()
    {
        RecordedHistory history = RecordedHistory.Read(Directory.EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
        foreach (HistoryEvent step in history.Lines.Where(line => line.Kind == HistoryKind.Activity))
        {
            RecordedHistory changed = history with { Lines = [.. history.Lines.Select(line => ReferenceEquals(line, step) ? line with { Name = "Renamed" } : line)] };

            TurnOutcome.Threw threw = Assert.IsType<TurnOutcome.Threw>((await ReplayAsync(changed)).Outcome);
            Assert.Contains("Renamed", threw.Failure.ErrorMessage, StringComparison.Ordinal);
        }
    }

    /// <summary>A turn on the whole history, with a nudge that has just come.</summary>
    private static async Task<TurnResult> ReplayAsync(RecordedHistory history)
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-history-").FullName;
        try
        {
            using IHost host = ComplaintFlowApp.CreateBuilder([$"--ComplaintFlow__DataDirectory={directory}"]).Build();
            TurnRunner runner = new(
                host.Services.GetRequiredService<FunctionCatalogue>(),
                host.Services.GetRequiredService<FunctionPipeline>(),
                host.Services.GetRequiredService<IServiceScopeFactory>(),
                NullLoggerFactory.Instance,
                TimeProvider.System);
            HistoryEvent nudge = new(HistoryKind.EventRaised, Name: Nudge.Event);
            return await runner.RunAsync(new TurnInput(history.Row(), 1, [.. history.Lines], [nudge], null));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../histories"));
}
