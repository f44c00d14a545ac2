using System.Text.Json.Nodes;
using Azure.Core;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Mailboxes;

/// <summary>Encrypted and proven who one is, or not at all.</summary>
public sealed class ConnectionTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    [Theory]
    [InlineData("tls", "localhost")]
    [InlineData("start-tls", "127.0.0.1")]
    public async Task Server_WithACertificateOfItsOwn_IsReadOnceThatIsTrusted(string tls, string host)
    {
        string user = $"trusted-{tls}";
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, user);
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        await using TestApp app = await TestApp.StartAsync(settings: Encrypted(user, tls, host, dovecot.CertificatePath));
        await app.SettleAsync();

        Assert.Equal(["Affaire 1"], await app.SubjectsAsync());
        Assert.Equal(["Affaire 1"], await box.SubjectsAsync("Traité"));
    }

    [Theory]
    [InlineData("tls", null)]
    [InlineData("start-tls", null)]
    [InlineData("tls", "other")]
    public async Task Server_WithACertificateThatNobodyTrusts_GetsNoPassword(string tls, string? trusted)
    {
        string? file = null;
        if (trusted is not null)
        {
            file = Path.Combine(dovecot.Directory, "other.pem");
            await File.WriteAllTextAsync(file, ServerCertificate.Make().Certificate);
        }

        await using TestApp app = await TestApp.StartAsync(settings: Encrypted("nobody", tls, "localhost", file));
        await app.FailThreeTimesAsync();

        Assert.Contains("certificat", await app.HealthAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("user=<nobody>", dovecot.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_ThatIsWrong_IsNamedAndTriedMoreAndMoreRarely()
    {
        LogBook log = new();
        Dictionary<string, string> settings = MailboxSettings.Of(dovecot, "wrong@courtier.example", "general", ("Password", "faux-mot-de-passe"));
        await using ImapProxy proxy = new(dovecot);
        settings["ComplaintFlow__Intake__Mailboxes__general__Port"] = $"{proxy.Port}";
        await using TestApp app = await TestApp.StartAsync(settings: settings, configure: log.Listen);
        await app.SettleAsync();
        Assert.Equal("ok", await app.HealthAsync());
        for (int minute = 0; minute < 12; minute++)
        {
            await app.ReadMailboxesAsync();
        }

        string health = await app.HealthAsync();
        Assert.Contains("« general » (wrong@courtier.example", health, StringComparison.Ordinal);
        Assert.Contains("refuse l’utilisateur ou le mot de passe", health, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("faux-mot-de-passe", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("Error", StringComparison.Ordinal) && line.Contains("refuse l’utilisateur", StringComparison.Ordinal));

        // At 0, 1, 3, 7 minutes, each with the mechanisms that the server offers.
        Assert.InRange(proxy.Commands.Count(command => command.StartsWith("AUTHENTICATE", StringComparison.Ordinal) || command.StartsWith("LOGIN", StringComparison.Ordinal)), 4, 12);
        using HttpResponseMessage response = await app.SendAsync("GET", "/healthz");
        Assert.Equal(503, (int)response.StatusCode);
    }

    [Fact]
    public async Task Mailboxes_AreIndependent_AndOneThatIsBrokenKeepsNoOther()
    {
        await using Letterbox general = await Letterbox.OpenAsync(dovecot, "contact@courtier.example");
        await using Letterbox complaints = await Letterbox.OpenAsync(dovecot, "réclamation@courtier.example");
        await general.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        await complaints.PutAsync(Messages.Numbered(2), TestApp.Instant("2026-03-02 08:00"));
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(dovecot, "contact@courtier.example")
            .And(MailboxSettings.Of(ChildProgram.FreePort(), "personne", "broken"))
            .And(MailboxSettings.Of(dovecot, "réclamation@courtier.example", "complaints")));
        await app.FailThreeTimesAsync();

        Assert.Equal(["Affaire 1", "Affaire 2"], await app.SubjectsAsync());
        Assert.Equal(("ok", "ok"), (await app.HealthAsync(), await app.HealthAsync("complaints")));
        Assert.Contains("injoignable", await app.HealthAsync("broken"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good-token", "xoauth2 oauthbearer", "AUTHENTICATE XOAUTH2", true)]
    [InlineData("good-token", "oauthbearer", "AUTHENTICATE OAUTHBEARER", true)]
    [InlineData("old-token", "xoauth2", "AUTHENTICATE XOAUTH2", false)]
    public async Task Token_OfTheProgram_OpensTheMailboxInsteadOfAPassword(string token, string mechanisms, string command, bool isGood)
    {
        const string User = "partagee@courtier.example";
        using TokenServer tokens = new(new Dictionary<string, string> { ["good-token"] = User });
        await using Dovecot modern = await Dovecot.StartAsync(
            $"auth_mechanisms = {mechanisms} plain\n{tokens.Configure(Path.Combine(dovecot.Directory, $"{tokens.Port}.oauth2"))}");
        await using ImapProxy proxy = new(modern);
        await using Letterbox box = await Letterbox.OpenAsync(modern, User);
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        Dictionary<string, string> settings = MailboxSettings.Of(
            proxy.Port, User, "general", ("Password", ""), ("SignIn", "client-secret"), ("Tenant", "tenant"), ("ClientId", "id"), ("ClientSecret", "secret"));
        List<string> scopes = [];
        await using TestApp app = await TestApp.StartAsync(
            settings: settings,
            configure: builder => builder.Services.AddSingleton<MailboxCredential>(_ => new FixedToken(token, scopes.AddRange)));
        await app.FailThreeTimesAsync();

        Assert.Contains(proxy.Commands, sent => sent.StartsWith(command, StringComparison.Ordinal));
        Assert.Contains("https://outlook.office365.com/.default", scopes);
        Assert.Equal(isGood ? ["Affaire 1"] : [], await app.SubjectsAsync());
        Assert.Equal(!isGood, (await app.HealthAsync()).Contains("refuse le jeton", StringComparison.Ordinal));
    }

    [Fact]
    public void Credential_IsTheOneThatTheSettingsAskFor()
    {
        Mailbox mailbox = new()
        {
            Name = "general", Host = "outlook.office365.com", Port = 993, Tls = MailboxTls.Tls, User = "contact@courtier.example",
            SignIn = MailboxSignIn.ClientSecret, Tenant = "00000000-0000-0000-0000-000000000001", ClientId = "id", ClientSecret = "secret",
        };
        Assert.IsType<Azure.Identity.ClientSecretCredential>(MailboxTokens.OfEntra(mailbox));
        TokenCredential identity = MailboxTokens.OfEntra(mailbox with { SignIn = MailboxSignIn.Identity });
        Assert.IsType<Azure.Identity.DefaultAzureCredential>(identity);
        Assert.DoesNotContain("secret", mailbox.ToString(), StringComparison.Ordinal);
    }

    private Dictionary<string, string> Encrypted(string user, string tls, string host, string? certificate) => MailboxSettings.Of(
        tls == "tls" ? dovecot.TlsPort : dovecot.Port, user, "general", ("Tls", tls), ("Host", host), ("Certificate", certificate ?? ""));
}
