using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>Where traces, metrics and logs go (docs/telemetry.md). Nothing set: nowhere, and nothing of it is loaded.</summary>
public sealed record TelemetryOptions
{
    private const string PlatformConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string PlatformAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string AzureMonitorName = "ComplaintFlow__Telemetry__AzureMonitor";
    private const string Off = "off";

    /// <summary>The base of an OTLP receiver over HTTP; <c>/v1/traces</c>, <c>/v1/metrics</c> and <c>/v1/logs</c> are added to it.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>The connection string of Application Insights.</summary>
    public string? AzureMonitor { get; init; }

    /// <summary>Whether it wants an identity beside the connection string.</summary>
    public bool WithIdentity { get; init; }

    /// <summary>Which identity, where the app has several.</summary>
    public string? ClientId { get; init; }

    /// <summary>The share of traces that are told, from 0 to 1 (inclusive). Metrics and logs are always told.</summary>
    public double TraceShare { get; init; } = 1;

    public bool IsOn => Otlp is not null || AzureMonitor is not null;

    /// <summary>Reads the settings; adds a line to <paramref name="faults"/> for each that is wrong.</summary>
    public static TelemetryOptions Read(IConfiguration configuration, ICollection<string> faults)
    {
        string? authentication = configuration[PlatformAuthentication];
        return new TelemetryOptions
        {
            Otlp = ReadOtlp(configuration["ComplaintFlow:Telemetry:Otlp"], faults),
            AzureMonitor = ReadAzureMonitor(configuration, faults),
            WithIdentity = Part(authentication, "Authorization") == "AAD",
            ClientId = Part(authentication, "ClientId"),
            TraceShare = ReadShare(configuration["ComplaintFlow:Telemetry:TraceShare"], faults),
        };
    }

    private static Uri? ReadOtlp(string? text, ICollection<string> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address)
            || address.Scheme is not ("http" or "https") || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            faults.Add($"ComplaintFlow__Telemetry__Otlp: \"{text}\" is not the address of an OTLP receiver over HTTP; write one such as http://127.0.0.1:4318.");
            return null;
        }

        return address;
    }

    /// <summary>Our own setting, else the platform's, which the Functions host reads as well.</summary>
    private static string? ReadAzureMonitor(IConfiguration configuration, ICollection<string> faults)
    {
        bool isOurs = configuration["ComplaintFlow:Telemetry:AzureMonitor"] is { Length: > 0 };
        string? text = isOurs ? configuration["ComplaintFlow:Telemetry:AzureMonitor"] : configuration[PlatformConnection];
        if (string.IsNullOrEmpty(text) || text == Off)
        {
            return null;
        }

        if (!Guid.TryParse(Part(text, "InstrumentationKey"), out _))
        {
            // The string itself is left out: it may be a secret of something else.
            faults.Add($"{(isOurs ? AzureMonitorName : PlatformConnection)}: this is not the connection string of Application Insights; "
                + $"it begins with InstrumentationKey=, and {AzureMonitorName}={Off} does without.");
            return null;
        }

        return text;
    }

    private static double ReadShare(string? text, ICollection<string> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 1;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) || share is < 0 or > 1)
        {
            faults.Add($"ComplaintFlow__Telemetry__TraceShare: \"{text}\" is not a share of traces; write a number from 0 to 1 with a point, such as 0.1.");
            return 1;
        }

        return share;
    }

    /// <summary>The value of <c>name=value</c> among parts with semicolons.</summary>
    private static string? Part(string? text, string name) => text?
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(part => part.Length == 2 && part[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
}
