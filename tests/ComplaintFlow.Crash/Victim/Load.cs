using System.Globalization;
using System.Security.Cryptography;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Crash.Victim;

/// <summary>Starts, events and looks at custom statuses from several hands, as fast as they are answered, up to a number of starts.</summary>
internal sealed class Load(DurableTaskClient client, Announcements announcements, int round)
{
    private const int Hands = 8;
    private const int Listeners = 12;
    private const int MostStarts = 150;
    private const int LongestNap = 2500;
    private readonly SemaphoreSlim[] _turnsOfListeners = [.. Enumerable.Range(0, Listeners).Select(_ => new SemaphoreSlim(1))];
    private long _number;
    private int _starts;

    /// <summary>Goes on until the process is killed.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => Task.Run(() => WorkAsync(hand))));
        }
        catch (Exception exception)
        {
            announcements.Say(AnnouncementKind.Broken, "load", exception.ToString().ReplaceLineEndings(" | "));
            throw;
        }
    }

    private async Task WorkAsync(int hand)
    {
        Queue<string> mine = [];
        for (int listener = hand; listener < Listeners; listener += Hands)
        {
            await EnsureListenerAsync(listener);
        }

        while (true)
        {
            switch (RandomNumberGenerator.GetInt32(10))
            {
                case < 5 when Interlocked.Increment(ref _starts) <= MostStarts:
                    await StartAnyAsync(mine);
                    break;
                case < 8:
                    await SpeakAsync();
                    break;
                default:
                    await LookAsync(mine);
                    break;
            }

            if (Volatile.Read(ref _starts) > MostStarts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }
        }
    }

    /// <summary>A listener that was acknowledged is there and has not ended: it cannot be started a second time.</summary>
    private async Task EnsureListenerAsync(int listener)
    {
        try
        {
            await StartAsync(nameof(Orchestrators.Listener), $"listener-{listener}", null);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // As it should be from the second life on.
        }
    }

    private async Task StartAnyAsync(Queue<string> mine)
    {
        string name = RandomNumberGenerator.GetInt32(8) switch
        {
            0 => nameof(Orchestrators.Doomed),
            1 => nameof(Orchestrators.FanOut),
            2 or 3 => nameof(Orchestrators.Napper),
            _ => nameof(Orchestrators.Life),
        };
        string id = $"{name.ToLowerInvariant()}-{round}-{Interlocked.Increment(ref _number)}";
        await StartAsync(name, id, RandomNumberGenerator.GetInt32(1, LongestNap));
        mine.Enqueue(id);
        if (mine.Count > 20)
        {
            mine.Dequeue();
        }

        // One in four is left without its event until the drain.
        if (name == nameof(Orchestrators.Life) && RandomNumberGenerator.GetInt32(4) > 0)
        {
            await RaiseAsync(id);
        }
    }

    private async Task StartAsync(string name, string id, object? input)
    {
        announcements.Say(AnnouncementKind.StartTried, id);
        await client.ScheduleNewOrchestrationInstanceAsync(new TaskName(name), input, new StartOrchestrationOptions(id), CancellationToken.None);
        announcements.Say(AnnouncementKind.Started, id);
    }

    private async Task SpeakAsync()
    {
        int listener = RandomNumberGenerator.GetInt32(Listeners);
        await _turnsOfListeners[listener].WaitAsync();
        try
        {
            if (await client.GetInstancesAsync($"listener-{listener}", false, CancellationToken.None) is not null)
            {
                await RaiseAsync($"listener-{listener}");
            }
        }
        finally
        {
            _turnsOfListeners[listener].Release();
        }
    }

    private async Task RaiseAsync(string id)
    {
        // Grows over all lives, so that the order within an instance can be told.
        long number = (round * 10_000_000L) + Interlocked.Increment(ref _number);
        string text = number.ToString(CultureInfo.InvariantCulture);
        announcements.Say(AnnouncementKind.EventTried, id, text);
        await client.RaiseEventAsync(id, Words.Name, number, CancellationToken.None);
        announcements.Say(AnnouncementKind.Raised, id, text);
    }

    private async Task LookAsync(Queue<string> mine)
    {
        if (mine.TryPeek(out string? id)
            && await client.GetInstancesAsync(id, true, CancellationToken.None) is { } found
            && found.ReadCustomStatusAs<string>() is { Length: > 0 } tokens)
        {
            announcements.Say(AnnouncementKind.Observed, id, tokens);
        }
    }
}
