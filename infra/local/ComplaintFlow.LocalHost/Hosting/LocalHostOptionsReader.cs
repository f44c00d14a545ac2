using System.Globalization;
using System.Net;
using ComplaintFlow.LocalHost.Clock;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Reads the settings of the host tolerantly: a wrong one becomes a fault and keeps its default.</summary>
internal static class LocalHostOptionsReader
{
    public const double HighestSpeed = 10_000_000;

    public static void Read(IConfiguration configuration, HostFile host, LocalHostOptions options)
    {
        Address(configuration, options);
        Port(configuration, options);
        options.TrustedProxies = TrustedProxies.Read(configuration, options.Faults);
        Clock(configuration, options);
        options.DataDirectory = Path.GetFullPath(host.DataDirectory.Value(configuration));
        if (ClockFile.Mismatch(options) is { } mismatch)
        {
            options.Faults.Add(mismatch);
        }
    }

    private static void Address(IConfiguration configuration, LocalHostOptions options)
    {
        if (configuration["LocalHost:Address"] is not { Length: > 0 } text)
        {
            return;
        }

        if (text is "*" or "localhost" || IPAddress.TryParse(text, out _))
        {
            options.Address = text;
        }
        else
        {
            options.Faults.Add($"LocalHost__Address : « {text} » n'est ni une adresse IP, ni « localhost », ni « * ».");
        }
    }

    private static void Port(IConfiguration configuration, LocalHostOptions options)
    {
        if (configuration["LocalHost:Port"] is not { Length: > 0 } text)
        {
            return;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort)
        {
            options.Port = port;
        }
        else
        {
            options.Faults.Add($"LocalHost__Port : « {text} » n'est pas un port, de 0 à 65535.");
        }
    }

    private static void Clock(IConfiguration configuration, LocalHostOptions options)
    {
        if (configuration["LocalHost:Clock:Start"] is { Length: > 0 } start)
        {
            if (Instant.TryParse(start, out DateTimeOffset instant))
            {
                options.ClockStart = instant;
            }
            else
            {
                options.Faults.Add($"LocalHost__Clock__Start : « {start} » n'est pas un instant ISO 8601 avec décalage (2026-03-02T09:00:00+01:00).");
            }
        }

        if (configuration["LocalHost:Clock:Speed"] is { Length: > 0 } text)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed is >= 0 and <= HighestSpeed)
            {
                options.ClockSpeed = speed;
            }
            else
            {
                options.Faults.Add($"LocalHost__Clock__Speed : « {text} » n'est pas un nombre de 0 à {HighestSpeed:0}.");
            }
        }
    }
}
