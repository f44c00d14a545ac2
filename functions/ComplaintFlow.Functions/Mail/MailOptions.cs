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

    /// <summary><c>mailbox</c> (a folder of .eml files) or <c>smtp</c>.</summary>
    public string Transport { get; init; } = "mailbox";

    public SmtpSection Smtp { get; init; } = new();

    public bool IsMailbox => Transport == "mailbox";

    /// <summary>Every fault, each with the full name of its setting and what would be right; empty when all is well.</summary>
    public IReadOnlyList<string> Faults() => Transport switch
    {
        "mailbox" => [],
        "smtp" => [.. SmtpFaults()],
        _ => [$"{Prefix}Transport vaut « {Transport} » : il faut mailbox ou smtp."],
    };

    /// <summary>The server's settings; only after <see cref="Faults"/> found none.</summary>
    public SmtpOptions ToSmtp() => new()
    {
        Host = Smtp.Host!,
        Port = PortOf(Smtp.Port) ?? throw new InvalidOperationException($"{Prefix}Smtp__Port was not checked."),
        User = string.IsNullOrEmpty(Smtp.User) ? null : Smtp.User,
        Password = Smtp.Password,
        Tls = WireName.TryParse(Smtp.Tls, out SmtpTls tls) ? tls : throw new InvalidOperationException($"{Prefix}Smtp__Tls was not checked."),
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

        if (string.IsNullOrEmpty(Smtp.User) != string.IsNullOrEmpty(Smtp.Password))
        {
            yield return string.IsNullOrEmpty(Smtp.User)
                ? $"{Prefix}Smtp__User manque : il y a un mot de passe sans utilisateur."
                : $"{Prefix}Smtp__Password manque : il y a un utilisateur sans mot de passe.";
        }
    }

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

        /// <summary>Without the password.</summary>
        public override string ToString() => $"{Host}:{Port}";
    }
}
