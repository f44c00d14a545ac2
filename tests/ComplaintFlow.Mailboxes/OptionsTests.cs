using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.Mailboxes;

/// <summary>The settings of mailboxes: every fault at once, each by its name.</summary>
public sealed class OptionsTests
{
    private static readonly (string Name, string Value)[] Enough = [("Host", "imap.courtier.example"), ("User", "contact@courtier.example"), ("Password", "secret")];

    [Fact]
    public void Mailbox_WithServerUserAndPassword_HasTheUsualRest()
    {
        Mailbox mailbox = Assert.Single(Read(out List<string> faults, Enough));
        Assert.Empty(faults);
        Assert.Equal(("general", 993, MailboxTls.Tls, MailboxSignIn.Password), (mailbox.Name, mailbox.Port, mailbox.Tls, mailbox.SignIn));
        Assert.Equal(("INBOX", "Traité", "À vérifier", "https://outlook.office365.com/.default"), (mailbox.Folder, mailbox.DoneFolder, mailbox.CheckFolder, mailbox.Scope));
        Assert.Equal(143, Assert.Single(Read(out _, [.. Enough, ("Tls", "start-tls")])).Port);
    }

    [Fact]
    public void Mailbox_OfEmptySettings_IsNone()
    {
        Assert.Empty(Read(out List<string> faults, ("Host", ""), ("Port", ""), ("User", "")));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Host", "manque", "User", "x", "Password", "x")]
    [InlineData("Host", "sans port ni schéma", "Host", "imap://courtier.example:993", "User", "x", "Password", "x")]
    [InlineData("User", "manque", "Host", "h", "Password", "x")]
    [InlineData("Password", "manque", "Host", "h", "User", "x")]
    [InlineData("Port", "1 à 65535", "Host", "h", "User", "x", "Password", "x", "Port", "99999")]
    [InlineData("Tls", "tls, start-tls, none", "Host", "h", "User", "x", "Password", "x", "Tls", "ssl")]
    [InlineData("Tls", "en clair", "Host", "h", "User", "x", "Password", "x", "Tls", "none")]
    [InlineData("AcceptUnencrypted", "true ou false", "Host", "h", "User", "x", "Password", "x", "AcceptUnencrypted", "oui")]
    [InlineData("Certificate", "PEM", "Host", "h", "User", "x", "Password", "x", "Certificate", "/nowhere.pem")]
    [InlineData("SignIn", "password, client-secret, identity", "Host", "h", "User", "x", "SignIn", "oauth")]
    [InlineData("Tenant", "client-secret", "Host", "h", "User", "x", "SignIn", "client-secret", "ClientId", "i", "ClientSecret", "s")]
    [InlineData("ClientId", "client-secret", "Host", "h", "User", "x", "SignIn", "client-secret", "Tenant", "t", "ClientSecret", "s")]
    [InlineData("ClientSecret", "client-secret", "Host", "h", "User", "x", "SignIn", "client-secret", "ClientId", "i", "Tenant", "t")]
    [InlineData("Password", "ne sert pas", "Host", "h", "User", "x", "SignIn", "identity", "Password", "p")]
    [InlineData("DoneFolder", "un dossier", "Host", "h", "User", "x", "Password", "x", "DoneFolder", "a//b")]
    [InlineData("CheckFolder", "comme DoneFolder", "Host", "h", "User", "x", "Password", "x", "CheckFolder", "traité")]
    public void Setting_ThatIsWrong_IsTheOnlyFault(string setting, string says, params string[] given)
    {
        Assert.Empty(Read(out List<string> faults, [.. given.Chunk(2).Select(pair => (pair[0], pair[1]))]));
        string fault = Assert.Single(faults);
        Assert.StartsWith($"ComplaintFlow__Intake__Mailboxes__general__{setting} ", fault, StringComparison.Ordinal);
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "")]
    [InlineData("127.0.0.1", "")]
    [InlineData("::1", "")]
    [InlineData("imap.courtier.example", "true")]
    public void PlainConnection_OnThisMachineOrWhereItIsMeant_IsAllowed(string host, string accepted) =>
        Assert.Single(Read(out _, ("Host", host), ("User", "x"), ("Password", "x"), ("Tls", "none"), ("AcceptUnencrypted", accepted)));

    [Fact]
    public void Names_AreOfPlainLetters()
    {
        List<string> faults = [];
        MailboxOptions options = new() { Host = "h", User = "u", Password = "p" };
        Assert.Null(options.Read("boîte", faults));
        Assert.Null(options.Read("a.b", faults));
        Assert.Equal(2, faults.Count);
        Assert.Equal("ma-boite_2", options.Read("Ma-boite_2", faults)!.Name);
    }

    [Fact]
    public async Task Start_WithWrongMailboxes_NamesEveryFaultAtOnce()
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(settings: new()
        {
            ["ComplaintFlow__Intake__Mailboxes__general__Port"] = "0",
            ["ComplaintFlow__Intake__Mailboxes__complaints__Host"] = "imap.courtier.example",
            ["ComplaintFlow__RateLimit"] = "beaucoup",
        }));
        Assert.Equal(7, refused.Failures.Count());
    }

    private static IReadOnlyList<Mailbox> Read(out List<string> faults, params (string Name, string Value)[] settings)
    {
        faults = [];
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{MailboxOptions.Section}:general:{setting.Name}", (string?)setting.Value)))
            .Build();
        return MailboxOptions.ReadAll(configuration, faults);
    }
}
