using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>Sends to Application Insights. In a type of its own: its package is loaded here and nowhere else.</summary>
internal static class AzureMonitorExport
{
    public static void Add(TracerProviderBuilder traces, TelemetryOptions options) =>
        traces.AddAzureMonitorTraceExporter(monitor => Configure(monitor, options), Identity(options));

    public static void Add(MeterProviderBuilder metrics, TelemetryOptions options) =>
        metrics.AddAzureMonitorMetricExporter(monitor => Configure(monitor, options), Identity(options));

    public static void Add(LoggerProviderBuilder logs, TelemetryOptions options) =>
        logs.AddAzureMonitorLogExporter(monitor => Configure(monitor, options), Identity(options));

    private static void Configure(AzureMonitorExporterOptions monitor, TelemetryOptions options)
    {
        monitor.ConnectionString = options.AzureMonitor;
        monitor.SamplingRatio = 1;
        monitor.TracesPerSecond = null;
        monitor.EnableLiveMetrics = false;
        monitor.EnableStandardMetrics = false;
        monitor.EnablePerformanceCounters = false;

        // A line is told whether its trace is or not.
        monitor.EnableTraceBasedLogsSampler = false;

        // Nothing of ours lies on a disk outside the data directory.
        monitor.DisableOfflineStorage = true;
    }

    /// <summary>The same as the host's: named in <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>. None where the connection string is enough.</summary>
    private static ManagedIdentityCredential? Identity(TelemetryOptions options) => !options.WithIdentity ? null : new ManagedIdentityCredential(
        options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}
