using System.Security.Cryptography;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Orchestration;
using ComplaintFlow.Functions.Staff;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Functions.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>Registers the parts of the program. Wrong settings and files are kept until the start, which then names them all.</summary>
public static class AppRegistration
{
    public static IServiceCollection AddComplaintFlow(this IServiceCollection services, IConfiguration configuration)
    {
        SettingsReader reader = new(configuration);
        AppSettings settings = reader.Read(WorkerFlavour.IsAzure);

        // Reading a firm's own templates takes longer than all the rest of a start: it goes on beside it.
        Lazy<MailTemplates> templates = Beside(() => MailTemplates.Read(settings.Mail.Templates), isLong: settings.Mail.Templates is { Length: > 0 });
        RulesFiles files = RulesFiles.Read(settings);
        services.AddOptions<StartFaults>().ValidateOnStart();
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<StartFaults>>(
            new StartFaults(() => [.. reader.Faults, .. files.Faults, .. templates.Value.Faults]));
        services.TryAddSingleton(TimeProvider.System);

        // References are made of it; a simulation that must repeat itself brings its own.
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        services.AddSingleton(settings);
        if (reader.Faults.Count > 0 || files is not { Procedure: { } procedure, Directory: not null })
        {
            return services;
        }

        services.AddSingleton(files);
        services.AddSingleton(procedure);
        services.AddSingleton(_ => templates.Value);
        services.AddTableStore(settings.Storage, settings.DataDirectory);
        services.AddMailTransport(settings.Mail, settings.DataDirectory);
        services.AddTelemetry(settings.Telemetry);
        services.AddHostedService<OpenStores>();
        services.AddSingleton(_ => Secrets.Of(settings));
        services.AddSingleton(provider => new LinkTokens(provider.GetRequiredService<Secrets>().LinkKey, settings.PreviousLinkKey));
        services.AddSingleton(provider => new ReplyTags(provider.GetRequiredService<Secrets>().LinkKey, settings.PreviousLinkKey));
        services.AddSingleton(provider => new Callers(provider.GetRequiredService<Secrets>().Keys));
        services.AddSingleton(_ => new PostLimits(settings.RateLimit));
        services.AddSingleton<ActReader>();
        services.AddSingleton<AllowedActs>();
        services.AddSingleton<AttachFiles>();
        services.AddSingleton<AttachmentDownload>();
        services.AddSingleton<ComplaintHandling>();
        services.AddSingleton<ComplaintIndexes>();
        services.AddSingleton<ComplaintSearch>();
        services.AddSingleton<ComplaintStore>();
        services.AddSingleton<ComplaintView>();
        services.AddSingleton<DeliveryEvents>();
        services.AddSingleton<DeskView>();
        services.AddSingleton<DirectMail>();
        services.AddSingleton<DirectMails>();
        services.AddSingleton<DirectoryStore>();
        services.AddSingleton<EmailIntake>();
        services.AddSingleton<ExpiringRows>();
        services.AddSingleton<FirmRules>();
        services.AddSingleton<IdempotencyClaims>();
        services.AddSingleton<IncomingFiles>();
        services.AddSingleton<LinkRenewal>();
        services.AddSingleton<LinkWriter>();
        services.AddSingleton<MailBounces>();
        services.AddSingleton<MailboxAlarm>();
        services.AddSingleton<MailboxCredential>(MailboxTokens.OfEntra);
        services.AddSingleton<MailboxLeases>();
        services.AddSingleton<MailboxLimits>();
        services.AddSingleton<MailboxReading>();
        services.AddSingleton<MailboxRounds>();
        services.AddSingleton<MailboxStates>();
        services.AddSingleton<MailboxTokens>();
        services.AddSingleton<MailboxTroubles>();
        services.AddSingleton<MailClaims>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<MailFates>();
        services.AddSingleton<MailOwner>();
        services.AddSingleton<MachineActs>();
        services.AddSingleton<MachineDoor>();
        services.AddSingleton<MailComposition>();
        services.AddSingleton<Mails>();
        services.AddSingleton<Nudge>();
        services.AddSingleton<OpenSetAside>();
        services.AddSingleton<PageAct>();
        services.AddSingleton<ParkedView>();
        services.AddSingleton<PerformAct>();
        services.AddSingleton<Problems>();
        services.AddSingleton<RawMails>();
        services.AddSingleton<MailRoom>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<ReplyAddresses>();
        services.AddSingleton<SenderRate>();
        services.AddSingleton<SentMails>();
        services.AddSingleton<SetAside>();
        services.AddSingleton<StaffAbsences>();
        services.AddSingleton<StaffSession>();
        services.AddSingleton<StaffView>();
        services.AddSingleton<SweepRun>();
        return services;
    }

    private static Lazy<T> Beside<T>(Func<T> read, bool isLong)
    {
        if (!isLong)
        {
            return new Lazy<T>(read);
        }

        Task<T> reading = Task.Run(read);
        return new Lazy<T>(() => reading.GetAwaiter().GetResult());
    }
}
