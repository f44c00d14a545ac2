using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>
/// A Dovecot of a test's own: any user with the password <see cref="Password"/>, mails in Maildir folders that a test may
/// write itself, a self-signed certificate for <c>localhost</c>.
/// </summary>
public sealed class Dovecot : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "mot-de-passe-à-accents";

    private static readonly bool IsRoot = Run("id", "-u").Trim() == "0";
    private readonly string _account = IsRoot ? "mail" : Environment.UserName;
    private readonly string _more;
    private Process? _process;

    public Dovecot()
        : this("")
    {
    }

    private Dovecot(string more) => _more = more;

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("dovecot-").FullName;

    /// <summary>Of plain connections and STARTTLS.</summary>
    public int Port { get; } = ChildProgram.FreePort();

    public int TlsPort { get; } = ChildProgram.FreePort();

    /// <summary>The server's certificate, which is its own authority.</summary>
    public string CertificatePath => Path.Combine(Directory, "certificate.pem");

    /// <param name="more">Lines for the end of the configuration.</param>
    public static async Task<Dovecot> StartAsync(string more)
    {
        Dovecot dovecot = new(more);
        await dovecot.InitializeAsync();
        return dovecot;
    }

    public async Task InitializeAsync()
    {
        (string certificate, string key) = ServerCertificate.Make();
        await File.WriteAllTextAsync(CertificatePath, certificate);
        await File.WriteAllTextAsync(Path.Combine(Directory, "key.pem"), key);
        System.IO.Directory.CreateDirectory(Path.Combine(Directory, "mail"));
        string configuration = Path.Combine(Directory, "dovecot.conf");
        await File.WriteAllTextAsync(configuration, Configuration());
        Run("chmod", "-R", "a+rX", Directory);
        Own();
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        while (true)
        {
            Assert.False(_process.HasExited, Log());
            using TcpClient client = new();
            try
            {
                await client.ConnectAsync("127.0.0.1", Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>What it wrote; for the messages of tests.</summary>
    public string Log() => File.Exists(Path.Combine(Directory, "log")) ? File.ReadAllText(Path.Combine(Directory, "log")) : "no log";

    /// <summary>The Maildir of a user, whether or not it is there yet.</summary>
    public string Maildir(string user) => Path.Combine(Directory, "mail", user, "Maildir");

    /// <summary>Puts messages into an inbox without a word to the server, as many as there are, each with its arrival.</summary>
    public void Deliver(string user, IEnumerable<(byte[] Raw, DateTimeOffset At)> messages)
    {
        foreach (string folder in (string[])["tmp", "new", "cur"])
        {
            System.IO.Directory.CreateDirectory(Path.Combine(Maildir(user), folder));
        }

        int number = 0;
        foreach ((byte[] raw, DateTimeOffset at) in messages)
        {
            string file = Path.Combine(Maildir(user), "new", $"{at.ToUnixTimeSeconds()}.M{number++:D6}P1.test,S={raw.Length}");
            File.WriteAllBytes(file, raw);
            File.SetLastWriteTimeUtc(file, at.UtcDateTime);
        }

        Own();
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false } process)
        {
            Run("kill", "-TERM", $"{process.Id}");
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private void Own()
    {
        if (IsRoot)
        {
            Run("chown", "-R", $"{_account}:{_account}", Path.Combine(Directory, "mail"));
        }
    }

    private string Configuration() => new StringBuilder()
        .AppendLine($$"""
            base_dir = {{Directory}}/run
            state_dir = {{Directory}}/state
            log_path = {{Directory}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{CertificatePath}}
            ssl_key = <{{Directory}}/key.pem
            disable_plaintext_auth = no
            auth_mechanisms = plain login xoauth2 oauthbearer
            auth_username_chars =
            auth_failure_delay = 0
            mail_location = maildir:~/Maildir
            mail_fsync = never
            maildir_very_dirty_syncs = yes
            first_valid_uid = 1
            mail_max_userip_connections = 100
            {{(IsRoot ? "" : $"default_internal_user = {_account}\ndefault_login_user = {_account}\ndefault_internal_group = {Run("id", "-gn").Trim()}")}}
            service imap-login {
              {{(IsRoot ? "" : "chroot =")}}
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = {{TlsPort}}
                ssl = yes
              }
            }
            service anvil {
              {{(IsRoot ? "" : "chroot =")}}
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            passdb {
              driver = static
              mechanisms = plain login
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{_account}} gid={{Run("id", "-gn", _account).Trim()}} home={{Directory}}/mail/%u
            }
            """)
        .AppendLine(_more)
        .ToString();

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
