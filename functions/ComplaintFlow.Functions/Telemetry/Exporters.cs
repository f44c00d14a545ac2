using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// Sends traces, metrics and logs to where the settings say, with OpenTelemetry. On the Functions host, the lines reach
/// Azure Monitor through the host, which has them anyway; sent from here too, each would be there twice.
/// </summary>
internal static class Exporters
{
    private const string Service = "complaintflow";

    public static void Add(IServiceCollection services, TelemetryOptions options, bool onFunctionsHost)
    {
        bool linesByHost = onFunctionsHost && options.Otlp is null;
        TokenCredential? credential = options is { AzureMonitor: not null, WithIdentity: true } ? Identity(options) : null;
        OpenTelemetryBuilder builder = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService(
                Service, serviceVersion: typeof(Exporters).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => Export(traces.AddSource(SpanNames.Source), options, credential))
            .WithMetrics(metrics => Export(metrics.AddMeter(MetricNames.Meter), options, credential));
        if (linesByHost)
        {
            return;
        }

        builder.WithLogging(
            logs => Export(logs, options, onFunctionsHost, credential),
            lines =>
            {
                // Alert rules look at the beginning of the finished line. Scopes are left out: those of the server have paths.
                lines.IncludeFormattedMessage = true;
                lines.IncludeScopes = false;
            });
        services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>("ComplaintFlow.Functions", LogLevel.Information));
    }

    private static void Export(TracerProviderBuilder traces, TelemetryOptions options, TokenCredential? credential)
    {
        if (options.Otlp is { } address)
        {
            traces.AddOtlpExporter(otlp => Address(otlp, address, "v1/traces"));
        }

        if (options.AzureMonitor is not null)
        {
            traces.AddAzureMonitorTraceExporter(monitor => Address(monitor, options), credential);
        }

        // Last, since an exporter brings its own. By the trace's id alone: a client cannot ask for more or less by a flag.
        traces.SetSampler(new TraceIdRatioBasedSampler(options.TraceShare));
    }

    private static void Export(MeterProviderBuilder metrics, TelemetryOptions options, TokenCredential? credential)
    {
        if (options.Otlp is { } address)
        {
            metrics.AddOtlpExporter(otlp => Address(otlp, address, "v1/metrics"));
        }

        if (options.AzureMonitor is not null)
        {
            metrics.AddAzureMonitorMetricExporter(monitor => Address(monitor, options), credential);
        }
    }

    private static void Export(LoggerProviderBuilder logs, TelemetryOptions options, bool onFunctionsHost, TokenCredential? credential)
    {
        if (options.Otlp is { } address)
        {
            logs.AddOtlpExporter(otlp => Address(otlp, address, "v1/logs"));
        }

        if (options.AzureMonitor is not null && !onFunctionsHost)
        {
            logs.AddAzureMonitorLogExporter(monitor => Address(monitor, options), credential);
        }
    }

    private static void Address(OtlpExporterOptions otlp, Uri address, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(address, path);
    }

    private static void Address(AzureMonitorExporterOptions monitor, TelemetryOptions options)
    {
        monitor.ConnectionString = options.AzureMonitor;
        monitor.SamplingRatio = 1;
        monitor.TracesPerSecond = null;
        monitor.EnableLiveMetrics = false;
        monitor.EnableStandardMetrics = false;
        monitor.EnablePerformanceCounters = false;

        // Nothing of ours lies on a disk outside the data directory.
        monitor.DisableOfflineStorage = true;
    }

    private static ManagedIdentityCredential Identity(TelemetryOptions options) => new(
        options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}
