using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Transports;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// The settings <c>ComplaintFlow:Email</c>, as text, so that a wrong one is told in words with all the others
/// instead of stopping the binder at the first.
/// </summary>
public sealed record MailOptions
{
    public const string Section = "ComplaintFlow:Email";

    private const string Prefix = "ComplaintFlow__Email__";

    /// <summary><c>mailbox</c> (a folder of .eml files), <c>smtp</c>, or <c>acs</c> (Azure Communication Services).</summary>
    public string Transport { get; init; } = "mailbox";

    /// <summary>Whether replies go to an address with the complaint's tag: <c>on</c>, <c>off</c>, or <c>auto</c> (with <c>mailbox</c> only).</summary>
    public string PlusAddressing { get; init; } = "auto";

    /// <summary>The folder of the firm's own templates (docs/mail-templates.md); none without.</summary>
    public string? Templates { get; init; }

    public SmtpSection Smtp { get; init; } = new();

    public AcsSection Acs { get; init; } = new();

    public bool IsMailbox => Transport == "mailbox";

    public bool IsAcs => Transport == "acs";

    /// <summary>See <see cref="PlusAddressing"/>.</summary>
    public bool AddsReplyTags => PlusAddressing == "on" || (PlusAddressing is "auto" or "" && IsMailbox);

    /// <summary>Every fault, each with the full name of its setting and what would be right; empty when all is well.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. Transport switch
        {
            "mailbox" => [],
            "smtp" => SmtpFaults(),
            "acs" => AcsFaults(),
            _ => [$"{Prefix}Transport vaut « {Transport} » : il faut mailbox, smtp ou acs."],
        },
        .. PlusAddressing is "auto" or "on" or "off" or "" ? Array.Empty<string>() : [$"{Prefix}PlusAddressing vaut « {PlusAddressing} » : il faut auto, on ou off."],
    ];

    /// <summary>The server's settings; only after <see cref="Faults"/> found none.</summary>
    public SmtpOptions ToSmtp() => new()
    {
        Host = Smtp.Host!,
        Port = PortOf(Smtp.Port) ?? throw new InvalidOperationException($"{Prefix}Smtp__Port was not checked."),
        User = string.IsNullOrEmpty(Smtp.User) ? null : Smtp.User,
        Password = Smtp.Password,
        ProvenAfter = HoursOf(Smtp.BounceHours) ?? throw new InvalidOperationException($"{Prefix}Smtp__BounceHours was not checked."),
        Tls = WireName.TryParse(Smtp.Tls, out SmtpTls tls) ? tls : throw new InvalidOperationException($"{Prefix}Smtp__Tls was not checked."),
    };

    /// <summary>The service's settings; only after <see cref="Faults"/> found none.</summary>
    public AcsOptions ToAcs() => new()
    {
        ConnectionString = string.IsNullOrEmpty(Acs.ConnectionString) ? null : Acs.ConnectionString,
        Endpoint = string.IsNullOrEmpty(Acs.Endpoint) ? null : new Uri(Acs.Endpoint),
    };

    private IEnumerable<string> SmtpFaults()
    {
        if (string.IsNullOrWhiteSpace(Smtp.Host))
        {
            yield return $"{Prefix}Smtp__Host manque : il faut le nom ou l’adresse du serveur d’envoi, par exemple smtp.courtier.example.";
        }
        else if (Uri.CheckHostName(Smtp.Host) == UriHostNameType.Unknown)
        {
            yield return $"{Prefix}Smtp__Host vaut « {Smtp.Host} » : il faut un nom de machine ou une adresse IP seule, sans port ni schéma.";
        }

        if (PortOf(Smtp.Port) is null)
        {
            yield return $"{Prefix}Smtp__Port vaut « {Smtp.Port} » : il faut un nombre de 1 à 65535, 587 d’ordinaire.";
        }

        if (!WireName.TryParse(Smtp.Tls, out SmtpTls tls))
        {
            yield return $"{Prefix}Smtp__Tls vaut « {Smtp.Tls} » : il faut {string.Join(", ", WireName.All<SmtpTls>())}.";
        }

        if (HoursOf(Smtp.BounceHours) is null)
        {
            yield return $"{Prefix}Smtp__BounceHours vaut « {Smtp.BounceHours} » : il faut un nombre d’heures de 1 à 240, 48 d’ordinaire.";
        }

        if (string.IsNullOrEmpty(Smtp.User) != string.IsNullOrEmpty(Smtp.Password))
        {
            yield return string.IsNullOrEmpty(Smtp.User)
                ? $"{Prefix}Smtp__User manque : il y a un mot de passe sans utilisateur."
                : $"{Prefix}Smtp__Password manque : il y a un utilisateur sans mot de passe.";
        }
    }

    private IEnumerable<string> AcsFaults()
    {
        bool hasKey = !string.IsNullOrEmpty(Acs.ConnectionString);
        bool hasEndpoint = !string.IsNullOrEmpty(Acs.Endpoint);
        if (hasKey == hasEndpoint)
        {
            yield return $"{Prefix}Acs__ConnectionString ou {Prefix}Acs__Endpoint : il faut l’un des deux, la chaîne de connexion avec sa clé, "
                + "ou l’adresse https du service avec l’identité du programme.";
        }

        if (hasKey && !AcsSection.IsConnectionString(Acs.ConnectionString!))
        {
            yield return $"{Prefix}Acs__ConnectionString : il faut « endpoint=https://…;accesskey=… », comme le portail la donne.";
        }

        if (hasEndpoint && !(Uri.TryCreate(Acs.Endpoint, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme == Uri.UriSchemeHttps))
        {
            yield return $"{Prefix}Acs__Endpoint vaut « {Acs.Endpoint} » : il faut une adresse https, par exemple https://mon-service.france.communication.azure.com.";
        }
    }

    private static TimeSpan? HoursOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int hours) && hours is > 0 and <= 240 ? TimeSpan.FromHours(hours) : null;

    private static int? PortOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535 ? port : null;

    /// <summary>The settings <c>ComplaintFlow:Email:Smtp</c>.</summary>
    public sealed record SmtpSection
    {
        public string? Host { get; init; }

        public string Port { get; init; } = "587";

        public string? User { get; init; }

        public string? Password { get; init; }

        /// <summary><c>auto</c>, <c>none</c>, <c>start-tls</c> or <c>tls</c>.</summary>
        public string Tls { get; init; } = "auto";

        /// <summary>For how many hours a mail may come back; after that it counts as arrived.</summary>
        public string BounceHours { get; init; } = "48";

        /// <summary>Without the password.</summary>
        public override string ToString() => $"{Host}:{Port}";
    }

    /// <summary>The settings <c>ComplaintFlow:Email:Acs</c>: one of the two.</summary>
    public sealed record AcsSection
    {
        /// <summary><c>endpoint=https://…;accesskey=…</c>.</summary>
        public string? ConnectionString { get; init; }

        /// <summary>The https address of the service, reached with the program's identity.</summary>
        public string? Endpoint { get; init; }

        /// <summary>Whether it has an endpoint and a key that can be a key.</summary>
        internal static bool IsConnectionString(string value)
        {
            string[] parts = value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string? Part(string name) => parts.FirstOrDefault(part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];
            return Uri.TryCreate(Part("endpoint="), UriKind.Absolute, out _)
                && Part("accesskey=") is { Length: > 0 } key
                && Convert.TryFromBase64String(key, new byte[key.Length], out _);
        }

        /// <summary>Without the key.</summary>
        public override string ToString() => Endpoint ?? "Azure Communication Services";
    }
}
