using System.Diagnostics;
using System.Net.Http.Json;
using ComplaintFlow.Crash.Campaign;

namespace ComplaintFlow.Crash.Intake;

/// <summary>
/// Kills the program while mails are brought to it, a dozen at a time, and reads from its files how far each had come. Every
/// other one is brought again; the rest the program must finish by itself.
/// </summary>
/// <param name="directory">The data directory of all lives.</param>
/// <param name="seed">Determines the moments.</param>
/// <param name="say">Takes lines for whoever watches.</param>
internal sealed class IntakeCampaign(string directory, int seed, Action<string> say)
{
    private const string Clock = "LocalHost__Clock__Start=2026-03-02T09:00:00+01:00";
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);
    private readonly Seeded _chance = new((ulong)seed);
    private readonly Forwarder _forwarder = new();
    private readonly Dictionary<IntakeStep, int> _hits = Enum.GetValues<IntakeStep>().ToDictionary(step => step, _ => 0);

    /// <summary>Kills so many times, and then until every step was hit, within ten times as many.</summary>
    public async Task<Outcome> RunAsync(int kills)
    {
        long began = Stopwatch.GetTimestamp();
        int done = 0;
        for (; done < kills || (done < kills * 10 && _hits.Values.Any(hits => hits == 0)); done++)
        {
            await LiveAsync();
            if (done % 5 == 4)
            {
                say($"{done + 1} kills, {_forwarder.Answered} mails answered, {Hits}");
            }
        }

        using AppProcess last = new(directory, Clock);
        await last.ReadyAsync();
        using HttpResponseMessage advanced = await last.Http.PostAsJsonAsync(new Uri("/local/clock/advance", UriKind.Relative), new { by = "PT15M" });
        advanced.EnsureSuccessStatusCode();
        List<string> faults = [.. _hits.Where(step => step.Value == 0).Select(step => $"no kill hit the step {step.Key}")];
        faults.AddRange(await new IntakeVerdict(last.Http, _forwarder).JudgeAsync());
        return new Outcome(
            $"{done} kills under {_forwarder.Letters.Count} mails; cut off: {Hits}; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s", [.. _forwarder.Faults, .. faults]);
    }

    private string Hits => string.Join(", ", _hits.Select(step => $"{step.Value} {step.Key}"));

    private async Task LiveAsync()
    {
        using AppProcess app = new(directory, Clock);
        await app.ReadyAsync();
        Task bringing = _forwarder.BringAsync(app.Http);
        (int before, int wanted, long began) = (_forwarder.Answered, _chance.Below(40), Stopwatch.GetTimestamp());
        while (_forwarder.Answered < before + wanted && !bringing.IsCompleted && Stopwatch.GetElapsedTime(began) < LongestLife)
        {
            await WaitAsync(1);
        }

        await WaitAsync(_chance.Below(25));
        Signals.Kill(app.Process);
        await bringing;
        foreach ((Letter letter, IntakeStep step) in await IntakeSteps.ReadAsync(Path.Combine(directory, "data"), _forwarder.Unanswered.Where(letter => letter.CutOffAt is null)))
        {
            letter.CutOffAt = step;
            _hits[step]++;
        }
    }

    private static Task WaitAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
}
