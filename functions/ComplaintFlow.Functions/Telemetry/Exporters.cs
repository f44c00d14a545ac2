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
        OpenTelemetryBuilder builder = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                Service, serviceVersion: typeof(Exporters).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => Export(traces.AddSource(SpanNames.Source), options))
            .WithMetrics(metrics => Export(metrics.AddMeter(MetricNames.Meter), options));
        if (linesByHost)
        {
            return;
        }

        builder.WithLogging(
            logs => Export(logs, options, onFunctionsHost),
            lines =>
            {
                // Alert rules look at the beginning of the finished line. Scopes are left out: those of the server have paths.
                lines.IncludeFormattedMessage = true;
                lines.IncludeScopes = false;
            });
        services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>("ComplaintFlow.Functions", LogLevel.Information));
    }

    private static void Export(TracerProviderBuilder traces, TelemetryOptions options)
    {
        if (options.Otlp is { } address)
        {
            traces.AddOtlpExporter(otlp => Address(otlp, address, "v1/traces"));
        }

        if (options.AzureMonitor is not null)
        {
            AzureMonitorExport.Add(traces, options);
        }

        // Last, since an exporter brings its own. By the trace's id alone: a client cannot ask for more or less by a flag.
        traces.SetSampler(new TraceIdRatioBasedSampler(options.TraceShare));
    }

    private static void Export(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        if (options.Otlp is { } address)
        {
            metrics.AddOtlpExporter(otlp => Address(otlp, address, "v1/metrics"));
        }

        if (options.AzureMonitor is not null)
        {
            AzureMonitorExport.Add(metrics, options);
        }
    }

    private static void Export(LoggerProviderBuilder logs, TelemetryOptions options, bool onFunctionsHost)
    {
        if (options.Otlp is { } address)
        {
            logs.AddOtlpExporter(otlp => Address(otlp, address, "v1/logs"));
        }

        if (options.AzureMonitor is not null && !onFunctionsHost)
        {
            AzureMonitorExport.Add(logs, options);
        }
    }

    private static void Address(OtlpExporterOptions otlp, Uri address, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(address, path);
    }
}
