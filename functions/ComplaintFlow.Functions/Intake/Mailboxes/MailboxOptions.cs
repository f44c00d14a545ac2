using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// The settings <c>ComplaintFlow:Intake:Mailboxes:&lt;name&gt;</c> of one mailbox, as text, so that a wrong one is told in words
/// with all the others.
/// </summary>
public sealed partial record MailboxOptions
{
    public const string Section = "ComplaintFlow:Intake:Mailboxes";

    public string? Host { get; init; }

    /// <summary>Empty: 993 with <c>tls</c>, else 143.</summary>
    public string? Port { get; init; }

    /// <summary><c>tls</c>, <c>start-tls</c> or <c>none</c>.</summary>
    public string? Tls { get; init; }

    /// <summary><c>true</c>: <c>none</c> towards another machine is meant.</summary>
    public string? AcceptUnencrypted { get; init; }

    /// <summary>A PEM file with the server's certificate or its authority's, for a server whose authority this machine does not know.</summary>
    public string? Certificate { get; init; }

    public string? User { get; init; }

    /// <summary><c>password</c>, <c>client-secret</c> or <c>identity</c>.</summary>
    public string? SignIn { get; init; }

    public string? Password { get; init; }

    public string? Tenant { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string? Scope { get; init; }

    public string? Folder { get; init; }

    public string? DoneFolder { get; init; }

    public string? CheckFolder { get; init; }

    /// <summary>Whether anything is set: a mailbox of empty settings is none.</summary>
    internal bool IsGiven => new[]
    {
        Host, Port, Tls, AcceptUnencrypted, Certificate, User, SignIn, Password, Tenant, ClientId, ClientSecret, Scope, Folder, DoneFolder, CheckFolder,
    }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>All mailboxes of the settings, by their names; those with a fault are left out.</summary>
    public static IReadOnlyList<Mailbox> ReadAll(IConfiguration configuration, IList<string> faults)
    {
        List<Mailbox> mailboxes = [];
        foreach (IConfigurationSection section in configuration.GetSection(Section).GetChildren())
        {
            MailboxOptions options = new();
            section.Bind(options);
            if (options.IsGiven && options.Read(section.Key, faults) is { } mailbox)
            {
                mailboxes.Add(mailbox);
            }
        }

        return mailboxes;
    }

    /// <summary>The mailbox of that name; null with at least one fault, each with the full name of its setting and what would be right.</summary>
    public Mailbox? Read(string name, IList<string> faults)
    {
        string prefix = $"ComplaintFlow__Intake__Mailboxes__{name}";
        int before = faults.Count;
        void Fault(string setting, string what) => faults.Add($"{prefix}__{setting} {what}");
        if (!Names().IsMatch(name))
        {
            faults.Add($"{prefix} : le nom d’une boîte est fait de lettres sans accent, de chiffres et de tirets (40 au plus).");
        }

        if (string.IsNullOrWhiteSpace(Host))
        {
            Fault("Host", "manque : il faut le nom ou l’adresse du serveur IMAP, par exemple outlook.office365.com.");
        }
        else if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            Fault("Host", $"vaut « {Host} » : il faut un nom de machine ou une adresse IP seule, sans port ni schéma.");
        }

        if (!TryRead(Tls, out MailboxTls tls))
        {
            Fault("Tls", $"vaut « {Tls} » : il faut {string.Join(", ", WireName.All<MailboxTls>())}.");
        }

        if (!bool.TryParse(Or(AcceptUnencrypted, "false"), out bool isOpen))
        {
            Fault("AcceptUnencrypted", $"vaut « {AcceptUnencrypted} » : il faut true ou false.");
        }
        else if (tls == MailboxTls.None && !isOpen && !IsThisMachine(Host))
        {
            Fault("Tls", "vaut « none » : le mot de passe et les messages passeraient en clair. Il faut tls ou start-tls, ou AcceptUnencrypted=true si c’est voulu.");
        }

        int port = tls == MailboxTls.Tls ? 993 : 143;
        if (!string.IsNullOrWhiteSpace(Port) && (!int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            Fault("Port", $"vaut « {Port} » : il faut un nombre de 1 à 65535, 993 d’ordinaire.");
        }

        TrustedCertificates? trusted = null;
        if (!string.IsNullOrWhiteSpace(Certificate) && (trusted = TrustedCertificates.Load(Certificate)) is null)
        {
            Fault("Certificate", $"vaut « {Certificate} » : il faut un fichier PEM lisible, avec le certificat du serveur ou de son autorité.");
        }

        if (string.IsNullOrWhiteSpace(User))
        {
            Fault("User", "manque : il faut le nom d’utilisateur, d’ordinaire l’adresse de la boîte.");
        }

        CheckSignIn(Fault);
        CheckFolders(Fault);
        return faults.Count > before ? null : new Mailbox
        {
            Name = name.ToLowerInvariant(),
            Host = Host!.Trim(),
            Port = port,
            Tls = tls,
            Trusted = trusted,
            User = User!,
            SignIn = TryRead(SignIn, out MailboxSignIn way) ? way : default,
            Password = Password,
            Tenant = Tenant,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            Scope = Or(Scope, Mailbox.ExchangeOnline),
            Folder = Or(Folder, "INBOX"),
            DoneFolder = Or(DoneFolder, "Traité"),
            CheckFolder = Or(CheckFolder, "À vérifier"),
        };
    }

    private void CheckSignIn(Action<string, string> fault)
    {
        if (!TryRead(SignIn, out MailboxSignIn way))
        {
            fault("SignIn", $"vaut « {SignIn} » : il faut {string.Join(", ", WireName.All<MailboxSignIn>())}.");
            return;
        }

        (string Name, string? Value)[] needed = way switch
        {
            MailboxSignIn.Password => [("Password", Password)],
            MailboxSignIn.ClientSecret => [("Tenant", Tenant), ("ClientId", ClientId), ("ClientSecret", ClientSecret)],
            _ => [],
        };
        foreach ((string name, _) in needed.Where(setting => string.IsNullOrEmpty(setting.Value)))
        {
            fault(name, $"manque : la connexion « {WireName.Of(way)} » en a besoin.");
        }

        if (way != MailboxSignIn.Password && !string.IsNullOrEmpty(Password))
        {
            fault("Password", $"ne sert pas avec la connexion « {WireName.Of(way)} » : il faut le retirer, ou SignIn=password.");
        }
    }

    private void CheckFolders(Action<string, string> fault)
    {
        (string Name, string Value)[] folders =
            [("Folder", Or(Folder, "INBOX")), ("DoneFolder", Or(DoneFolder, "Traité")), ("CheckFolder", Or(CheckFolder, "À vérifier"))];
        foreach ((string name, string value) in folders)
        {
            if (value.Split('/').Any(string.IsNullOrWhiteSpace) || value.Any(char.IsControl))
            {
                fault(name, $"vaut « {value} » : il faut le nom d’un dossier, avec / entre un dossier et celui qu’il contient.");
            }
            else if (folders.First(folder => string.Equals(folder.Value, value, StringComparison.OrdinalIgnoreCase)).Name is var first && first != name)
            {
                fault(name, $"vaut « {value} », comme {first} : il faut trois dossiers différents.");
            }
        }
    }

    private static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return string.IsNullOrWhiteSpace(text) || WireName.TryParse(text, out value);
    }

    private static string Or(string? text, string fallback) => string.IsNullOrWhiteSpace(text) ? fallback : text.Trim();

    private static bool IsThisMachine(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{User}@{Host}:{Port}";

    [GeneratedRegex("^(?=.{1,40}$)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$")]
    private static partial Regex Names();
}
