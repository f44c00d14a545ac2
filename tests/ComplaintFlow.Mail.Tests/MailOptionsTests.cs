using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Mail.Tests;

public sealed class MailOptionsTests
{
    [Fact]
    public void Options_Unset_AreTheMailbox()
    {
        MailOptions options = Bind();

        Assert.Empty(options.Faults());
        Assert.IsType<MailboxTransport>(Transport(options));
    }

    [Fact]
    public void Options_OfAServer_AreRead()
    {
        MailOptions options = Bind(
            ("Transport", "smtp"), ("Smtp:Host", "smtp.courtier.example"), ("Smtp:Port", "465"),
            ("Smtp:User", "firm"), ("Smtp:Password", "secret"), ("Smtp:Tls", "start-tls"));

        Assert.Empty(options.Faults());
        Assert.Equal(
            new SmtpOptions { Host = "smtp.courtier.example", Port = 465, User = "firm", Password = "secret", Tls = SmtpTls.StartTls },
            options.ToSmtp());
        Assert.IsType<SmtpTransport>(Transport(options));
    }

    [Theory]
    [InlineData("mailbox", "auto", true)]
    [InlineData("mailbox", "", true)]
    [InlineData("smtp", "auto", false)]
    [InlineData("acs", "auto", false)]
    [InlineData("smtp", "on", true)]
    [InlineData("mailbox", "off", false)]
    public void PlusAddressing_UnlessSaid_IsForNoServerThatMightRefuseIt(string transport, string value, bool expected) =>
        Assert.Equal(expected, Bind(("Transport", transport), ("PlusAddressing", value)).AddsReplyTags);

    [Fact]
    public void Options_AllWrong_AreToldAllAtOnceByTheirFullNames()
    {
        MailOptions options = Bind(("Transport", "smtp"), ("Smtp:Port", "cinq"), ("Smtp:Tls", "peut-être"), ("Smtp:User", "firm"));

        Assert.Equal(
            ["ComplaintFlow__Email__Smtp__Host", "ComplaintFlow__Email__Smtp__Port", "ComplaintFlow__Email__Smtp__Tls", "ComplaintFlow__Email__Smtp__Password"],
            options.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Theory]
    [InlineData("Transport", "pigeon", "mailbox, smtp ou acs")]
    [InlineData("Smtp:Host", "smtp://courtier.example:25", "sans port ni schéma")]
    [InlineData("Smtp:Port", "0", "1 à 65535")]
    [InlineData("Smtp:Port", "65536", "1 à 65535")]
    [InlineData("Smtp:Tls", "SSL", "auto, none, start-tls, tls")]
    [InlineData("Smtp:Password", "secret", "sans utilisateur")]
    [InlineData("PlusAddressing", "oui", "auto, on ou off")]
    public void Options_OneWrong_SayWhatWouldBeRight(string name, string value, string right)
    {
        (string, string)[] settings = [("Transport", "smtp"), ("Smtp:Host", "smtp.courtier.example"), (name, value)];

        Assert.Contains(right, Assert.Single(Bind(settings).Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acs:ConnectionString", "endpoint=https://firm.france.communication.azure.com/;accesskey=c2VjcmV0")]
    [InlineData("Acs:Endpoint", "https://firm.france.communication.azure.com")]
    public void Options_OfAzure_AreAKeyOrAnIdentity(string name, string value)
    {
        MailOptions options = Bind(("Transport", "acs"), (name, value));

        Assert.Empty(options.Faults());
        Assert.IsType<AcsTransport>(Transport(options));
        Assert.DoesNotContain("c2VjcmV0", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", options.ToAcs().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "l’un des deux")]
    [InlineData("endpoint=https://a.example;accesskey=c2VjcmV0", "https://a.example", "l’un des deux")]
    [InlineData("endpoint=https://a.example", "", "accesskey=")]
    [InlineData("endpoint=https://a.example;accesskey=pas de base64", "", "accesskey=")]
    [InlineData("", "http://a.example", "une adresse https")]
    public void Options_OfAzureWrong_SayWhatWouldBeRight(string connection, string endpoint, string right) =>
        Assert.Contains(
            right,
            Assert.Single(Bind(("Transport", "acs"), ("Acs:ConnectionString", connection), ("Acs:Endpoint", endpoint)).Faults()),
            StringComparison.Ordinal);

    [Fact]
    public void Options_Printed_KeepThePassword() =>
        Assert.DoesNotContain("secret", Bind(("Transport", "smtp"), ("Smtp:Host", "h"), ("Smtp:User", "u"), ("Smtp:Password", "secret")).ToString(), StringComparison.Ordinal);

    private static MailOptions Bind(params (string Name, string Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(setting => setting.Name).Select(group => KeyValuePair.Create($"{MailOptions.Section}:{group.Key}", (string?)group.Last().Value))).Build();
        return configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
    }

    private static IMailTransport Transport(MailOptions options)
    {
        using ServiceProvider services = new ServiceCollection().AddMailTransport(options, "data").BuildServiceProvider();
        return services.GetRequiredService<IMailTransport>();
    }
}
