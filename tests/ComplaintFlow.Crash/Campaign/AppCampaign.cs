using System.Diagnostics;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Kills the application under complaints that come by HTTP, each with an idempotency key, and tries again what was not answered.</summary>
/// <param name="directory">The data directory of all lives.</param>
/// <param name="seed">Determines the moments.</param>
/// <param name="say">Takes lines for whoever watches.</param>
internal sealed class AppCampaign(string directory, int seed, Action<string> say)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(5);
    private readonly Seeded _chance = new((ulong)seed);
    private readonly Complainants _complainants = new();

    public async Task<Outcome> RunAsync(int kills)
    {
        long began = Stopwatch.GetTimestamp();
        for (int round = 1; round <= kills; round++)
        {
            await LiveAsync();
            if (round % 5 == 0)
            {
                say($"{round} kills, {_complainants.Answered} complaints, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            }
        }

        using AppProcess last = new(directory);
        await last.ReadyAsync();
        await _complainants.TryAgainAsync(last.Http);
        IReadOnlyList<string> faults = await new AppVerdict(last.Http, _complainants.References).JudgeAsync();
        return new Outcome(
            $"{kills} kills of the application, {_complainants.Answered} complaints acknowledged, {_complainants.TriedAgain} of them asked for again; "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s",
            [.. _complainants.Faults, .. faults]);
    }

    /// <summary>One life. A quarter of them end while the application starts.</summary>
    private async Task LiveAsync()
    {
        using AppProcess app = new(directory);
        Task complaining = Task.CompletedTask;
        if (_chance.Below(4) == 0)
        {
            await WaitAsync(_chance.Below(1200));
        }
        else
        {
            await app.ReadyAsync();
            complaining = _complainants.ComplainAsync(app.Http);
            await AnswersAsync(_chance.Below(30));
        }

        Signals.Kill(app.Process);
        await complaining;
    }

    /// <summary>A number of answers, or a few seconds; then some milliseconds, so that the kill falls into the next ones.</summary>
    private async Task AnswersAsync(int count)
    {
        (int before, long began) = (_complainants.Answered, Stopwatch.GetTimestamp());
        while (_complainants.Answered < before + count && Stopwatch.GetElapsedTime(began) < LongestLife)
        {
            await WaitAsync(2);
        }

        await WaitAsync(_chance.Below(20));
    }

    private static Task WaitAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
}
