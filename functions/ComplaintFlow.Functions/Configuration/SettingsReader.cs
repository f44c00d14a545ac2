using System.Globalization;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>Reads the settings and names every fault at once, each with what would be right.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private const int ShortestKey = 16;
    private const int ShortestLinkKey = 32;
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public AppSettings Read(bool onAzure)
    {
        _faults.AddRange(KeyVaultReferences.Faults(configuration));
        string dataDirectory = Path.GetFullPath(Text("DataDirectory", ".data"));
        AppSettings settings = new()
        {
            DataDirectory = dataDirectory,
            PublicUrl = ReadPublicUrl(),
            ProcedurePath = Locate(Text("Procedure", "procedure.json")),
            DirectoryPath = Locate(Text("Directory", "directory.json")),
            Storage = ReadStorage(),
            Mail = ReadMail(),
            Keys = [.. ReadKeys()],
            LinkKey = ReadLinkKey("Current"),
            PreviousLinkKey = ReadLinkKey("Previous"),
            RateLimit = ReadRateLimit(),
            MailsPerHour = ReadMailsPerHour(),
            Mailboxes = MailboxOptions.ReadAll(configuration, _faults),
            AllowedOrigins = [.. ReadAllowedOrigins()],
            StaffSignIn = ReadStaffSignIn(),
            Telemetry = TelemetryOptions.Read(configuration, _faults),
        };
        if (onAzure)
        {
            RefuseLocalDefaults(settings);
        }

        return settings;
    }

    /// <summary>Only where complaints are kept, for commands that need no more.</summary>
    public (string DataDirectory, string Storage) ReadStore() => (Path.GetFullPath(Text("DataDirectory", ".data")), ReadStorage());

    /// <summary>On Azure nothing may fall back to what is meant for one machine.</summary>
    private void RefuseLocalDefaults(AppSettings settings)
    {
        if (settings.Storage == "sqlite")
        {
            Fault("Storage", "sqlite is for one machine; on Azure give a Table Storage connection string or the account's https address");
        }

        if (settings.Mail.Transport == "mailbox")
        {
            Fault("Email__Transport", "mailbox is for one machine; on Azure use smtp");
        }

        if (settings.LinkKey is null)
        {
            Fault("LinkKeys__Current", "a generated key is for one machine; on Azure give at least 32 random characters");
        }

        if (string.IsNullOrEmpty(configuration[Key("PublicUrl")]))
        {
            Fault("PublicUrl", "on Azure give the address at which clients reach the app, such as https://reclamations.example.fr");
        }
    }

    private string ReadPublicUrl()
    {
        string text = Text("PublicUrl", DefaultPublicUrl()).TrimEnd('/');
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            Fault("PublicUrl", $"\"{text}\" is not an address; write one such as https://reclamations.example.fr");
        }

        return text;
    }

    /// <summary>The embedded host's own port, so that links work without a word of configuration.</summary>
    private string DefaultPublicUrl() =>
        int.TryParse(configuration["LocalHost:Port"], CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535
            ? $"http://127.0.0.1:{port}"
            : "http://127.0.0.1:7071";

    private string ReadStorage()
    {
        string text = Text("Storage", "sqlite");
        if (!StorageSetting.TryParse(text, out _, out string? fault))
        {
            _faults.Add(fault);
        }

        return text;
    }

    private MailOptions ReadMail()
    {
        MailOptions options = new();
        configuration.GetSection(MailOptions.Section).Bind(options);
        _faults.AddRange(options.Faults());
        return options;
    }

    private IEnumerable<ApplicationKey> ReadKeys()
    {
        List<IConfigurationSection> keys = [.. configuration.GetSection(Key("Keys")).GetChildren().Where(key => !string.IsNullOrEmpty(key.Value))];
        foreach (IConfigurationSection scopes in configuration.GetSection(Key("KeyScopes")).GetChildren().Where(scopes => !string.IsNullOrEmpty(scopes.Value)))
        {
            // The local key may be made later, with all scopes.
            if (scopes.Key != LocalSecrets.KeyName && !keys.Exists(key => string.Equals(key.Key, scopes.Key, StringComparison.OrdinalIgnoreCase)))
            {
                ReadScopes(scopes.Key);
                Fault($"KeyScopes__{scopes.Key}", $"there is no key of that name; give ComplaintFlow__Keys__{scopes.Key} too");
            }
        }

        foreach (IConfigurationSection key in keys)
        {
            string secret = key.Value ?? "";
            if (secret.Length < ShortestKey)
            {
                Fault($"Keys__{key.Key}", $"a key has at least {ShortestKey} characters");
            }

            yield return new ApplicationKey(key.Key, secret, ReadScopes(key.Key));
        }
    }

    private KeyScopes ReadScopes(string name)
    {
        string? text = configuration[Key($"KeyScopes:{name}")];
        if (string.IsNullOrWhiteSpace(text))
        {
            return name == LocalSecrets.KeyName ? KeyScopes.All : KeyScopes.Intake | KeyScopes.Read;
        }

        KeyScopes scopes = KeyScopes.None;
        foreach (string word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            KeyScopes scope = word switch
            {
                "intake" => KeyScopes.Intake,
                "read" => KeyScopes.Read,
                "act" => KeyScopes.Act,
                "approve" => KeyScopes.Approve,
                "admin" => KeyScopes.Admin,
                _ => KeyScopes.None,
            };
            if (scope == KeyScopes.None)
            {
                Fault($"KeyScopes__{name}", $"\"{word}\" is not a scope; write some of intake, read, act, approve, admin, with commas");
            }

            scopes |= scope;
        }

        return scopes;
    }

    private string? ReadLinkKey(string name)
    {
        string? key = configuration[Key($"LinkKeys:{name}")];
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        if (key.Length < ShortestLinkKey)
        {
            Fault($"LinkKeys__{name}", $"a link key has at least {ShortestLinkKey} characters");
        }

        return key;
    }

    private int ReadRateLimit()
    {
        string text = Text("RateLimit", "30");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) || limit > 100_000)
        {
            Fault("RateLimit", $"\"{text}\" is not a number of posts per minute; write a whole number from 0 (off) to 100000");
        }

        return limit;
    }

    private int ReadMailsPerHour()
    {
        string text = Text("Intake:MailsPerHour", "20");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) || limit is < 1 or > 1000)
        {
            Fault("Intake__MailsPerHour", $"\"{text}\" is not a number of mails; write a whole number from 1 to 1000");
        }

        return limit;
    }

    private IEnumerable<string> ReadAllowedOrigins()
    {
        IConfigurationSection section = configuration.GetSection(Key("AllowedOrigins"));
        IEnumerable<string> values = [section.Value ?? "", .. section.GetChildren().Select(child => child.Value ?? "")];
        foreach (string origin in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https") || url.GetLeftPart(UriPartial.Authority) != origin.TrimEnd('/'))
            {
                Fault("AllowedOrigins", $"\"{origin}\" is not an origin; write scheme and host only, such as https://www.example.fr");
            }

            yield return origin.TrimEnd('/');
        }
    }

    private StaffSignIn ReadStaffSignIn()
    {
        string text = Text("StaffSignIn", "link");
        if (text is not ("link" or "platform"))
        {
            Fault("StaffSignIn", $"\"{text}\" is neither link nor platform");
        }

        return text == "platform" ? StaffSignIn.Platform : StaffSignIn.Link;
    }

    /// <summary>In the working directory, then beside the program.</summary>
    private static string Locate(string path) =>
        Path.IsPathRooted(path) || File.Exists(path) ? Path.GetFullPath(path) : Path.Combine(AppContext.BaseDirectory, path);

    private string Text(string name, string fallback) => configuration[Key(name)] is { Length: > 0 } text ? text : fallback;

    private void Fault(string name, string what) => _faults.Add($"ComplaintFlow__{name}: {what}.");

    private static string Key(string name) => $"ComplaintFlow:{name}";
}
