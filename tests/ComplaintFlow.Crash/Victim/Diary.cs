using Microsoft.DurableTask;

namespace ComplaintFlow.Crash.Victim;

/// <summary>Does the steps of an orchestration and writes down what came of each.</summary>
internal sealed class Diary(TaskOrchestrationContext context, Report? before)
{
    private const int TokensShown = 12;
    private readonly List<string> _tokens = [.. before?.Tokens ?? []];
    private readonly List<long> _words = [.. before?.Words ?? []];
    private readonly List<Nap> _naps = [.. before?.Naps ?? []];
    private readonly List<DateTime> _turns = [.. before?.Turns ?? []];

    public Report Report => new(_tokens, _words, _naps, _turns);

    public async Task StepAsync(string activity, TaskOptions? options = null)
    {
        string token = await CallAsync(activity, options);
        _tokens.Add(token);
        Turn();
    }

    public async Task StepsAsync(string activity, int count)
    {
        string[] tokens = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => CallAsync(activity, null)));
        _tokens.AddRange(tokens);
        Turn();
    }

    public async Task ChildAsync(string orchestrator)
    {
        Report child = await context.CallSubOrchestratorAsync<Report>(
            orchestrator, options: new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child"));
        _tokens.AddRange(child.Tokens);
        Turn();
    }

    public async Task NapAsync(int milliseconds)
    {
        DateTime due = context.CurrentUtcDateTime.AddMilliseconds(milliseconds);
        await context.CreateTimer(due, CancellationToken.None);
        _naps.Add(new Nap(due, context.CurrentUtcDateTime));
        Turn();
    }

    /// <summary>The next event, in a race with a timer that is given up.</summary>
    public async Task<long> WordAsync()
    {
        using CancellationTokenSource giveUp = new();
        Task never = context.CreateTimer(context.CurrentUtcDateTime.AddDays(30), giveUp.Token);
        Task<long> word = context.WaitForExternalEvent<long>(Words.Name);
        await Task.WhenAny(never, word);
        giveUp.Cancel();
        _words.Add(await word);
        Turn();
        return _words[^1];
    }

    private Task<string> CallAsync(string activity, TaskOptions? options) => context.CallActivityAsync<string>(
        activity, new Step(context.InstanceId, _tokens.Count, _tokens.LastOrDefault(), _naps.Count > 0 ? _naps[^1].Due.Ticks : 0), options);

    private void Turn()
    {
        _turns.Add(context.CurrentUtcDateTime);
        context.SetCustomStatus(string.Join(' ', _tokens.TakeLast(TokensShown)));
    }
}
