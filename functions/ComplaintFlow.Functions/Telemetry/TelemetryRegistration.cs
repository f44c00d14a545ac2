using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>Registers what tells the outside how it goes.</summary>
public static class TelemetryRegistration
{
    /// <summary>
    /// Puts spans around the store and the mail, which are registered before, and exports what there is when an exporter is
    /// set. Sources and meters cost nothing without a listener.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<ComplaintMetrics>();
        services.AddSingleton<OpenComplaints>();
        services.AddSingleton<PendingMails>();
        services.AddSingleton<Signals>();
        services.Around<ITableStore>((store, _) => new TracedStore(store));
        services.Around<IMailTransport>((transport, provider) => new TracedTransport(transport, provider.GetRequiredService<ComplaintMetrics>()));
        if (options.IsOn)
        {
            // In a type of its own: the packages are loaded here and nowhere else.
            Exporters.Add(services, options, WorkerFlavour.IsAzure);
        }

        return services;
    }

    /// <summary>The outer one is the container's to close, and closes the inner one.</summary>
    private static void Around<T>(this IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        ServiceDescriptor inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => wrap((T)inner.ImplementationFactory!(provider), provider));
    }
}
