using System.Text.Json;
using ComplaintFlow.LocalHost.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The clock that the settings ask for.</summary>
internal static class HostClock
{
    /// <summary>A virtual clock from the later of its start and the last instant stored, or the real one.</summary>
    public static TimeProvider Create(IServiceProvider services)
    {
        LocalHostOptions options = services.GetRequiredService<LocalHostOptions>();
        if (options.ClockStart is not { } start)
        {
            return TimeProvider.System;
        }

        DateTimeOffset from = Stored(options.DataDirectory) is { } stored && stored > start ? stored : start;
        return new VirtualClock(from, options.ClockSpeed, options.DataDirectory, services.GetRequiredService<Underway>());
    }

    private static DateTimeOffset? Stored(string directory)
    {
        try
        {
            return ClockFile.Read(directory)?.Now;
        }
        catch (JsonException)
        {
            // Told by the check of the settings, which refuses the start.
            return null;
        }
    }
}
