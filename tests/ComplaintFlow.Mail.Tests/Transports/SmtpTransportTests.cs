using System.Net;
using System.Net.Sockets;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using ComplaintFlow.SmtpServer;
using MimeKit;

namespace ComplaintFlow.Mail.Tests.Transports;

public sealed class SmtpTransportTests : IAsyncLifetime
{
    private SmtpServerProcess _server = null!;

    public async Task InitializeAsync() => _server = await SmtpServerProcess.StartAsync();

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Send_AcceptedRecipient_ArrivesWhole()
    {
        using SmtpTransport transport = new(_server.Options);
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(mail, default));

        MimeMessage arrived = await _server.MailAsync("jeanne@exemple.fr");
        Assert.Equal(mail.Subject, arrived.Subject);
        Assert.Equal(mail.Text, arrived.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, arrived.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Send_RecipientRefusedFor451_RetriesThenArrives()
    {
        using SmtpTransport transport = new(_server.Options);
        OutgoingMail mail = Outgoing.To("later@exemple.fr");

        SendOutcome.Retry retry = Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(mail, default));
        Assert.StartsWith("451", retry.Reason, StringComparison.Ordinal);

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(mail, default));
        Assert.Equal($"{mail.Id}@courtier.example", (await _server.MailAsync("later@exemple.fr")).MessageId);
    }

    [Theory]
    [InlineData("refused@exemple.fr", "550")]
    [InlineData("unwanted@exemple.fr", "554")]
    public async Task Send_RefusedForGood_IsRejectedWithTheServersWords(string address, string code)
    {
        using SmtpTransport transport = new(_server.Options);

        SendOutcome.Rejected rejected = Assert.IsType<SendOutcome.Rejected>(await transport.SendAsync(Outgoing.To(address), default));

        Assert.StartsWith(code, rejected.Reason, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("next@exemple.fr"), default));
    }

    [Fact]
    public async Task Send_DataRefusedFor451_Retries()
    {
        using SmtpTransport transport = new(_server.Options);

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("busy@exemple.fr"), default);

        Assert.StartsWith("451", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AddressWithAccent_ArrivesBySmtpUtf8()
    {
        using SmtpTransport transport = new(_server.Options);

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("réclamation@exemple.fr"), default));

        MimeMessage arrived = await _server.MailAsync("réclamation@exemple.fr");
        Assert.Equal("réclamation@exemple.fr", arrived.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Send_AddressWithAccentToServerWithoutSmtpUtf8_IsRejected()
    {
        using SmtpServerProcess old = await SmtpServerProcess.StartAsync(mode: "no-utf8");
        using SmtpTransport transport = new(old.Options);

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("réclamation@exemple.fr"), default);

        Assert.Contains("SMTPUTF8", Assert.IsType<SendOutcome.Rejected>(outcome).Reason, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("jeanne@exemple.fr", "Renée"), default));
    }

    [Fact]
    public async Task Send_ServerDown_RetriesAndCheckSaysWhere()
    {
        int port = FreePort();
        using SmtpTransport transport = new(_server.Options with { Port = port });

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);
        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => transport.CheckAsync(default));

        Assert.Contains($"127.0.0.1:{port}", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{port}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServerRestartedSinceLastMail_OpensANewConnection()
    {
        SmtpServerProcess first = await SmtpServerProcess.StartAsync();
        using SmtpTransport transport = new(first.Options);
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("one@exemple.fr"), default));
        int port = first.Port;
        first.Dispose();
        Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(Outgoing.To("two@exemple.fr"), default));

        using SmtpServerProcess second = await SmtpServerProcess.StartAsync(port);

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("two@exemple.fr"), default));
    }

    [Fact]
    public async Task Send_WrongPassword_RetriesSinceItMayBeMended()
    {
        using SmtpTransport wrong = new(_server.Options with { User = "firm", Password = "wrong" });
        using SmtpTransport right = new(_server.Options with { User = "firm", Password = "right" });

        SendOutcome outcome = await wrong.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);

        Assert.Contains("mot de passe", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", ((SendOutcome.Retry)outcome).Reason, StringComparison.Ordinal);
        await right.CheckAsync(default);
        Assert.IsType<SendOutcome.Sent>(await right.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));
    }

    [Fact]
    public async Task Send_ManyAtOnce_AllArriveOverFewConnections()
    {
        using SmtpTransport transport = new(_server.Options with { Connections = 3 });
        string[] addresses = [.. Enumerable.Range(0, 24).Select(i => $"client{i}@exemple.fr")];

        SendOutcome[] outcomes = await Task.WhenAll(addresses.Select((address, i) => transport.SendAsync(Outgoing.To(address, id: i), default)));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        foreach (string address in addresses)
        {
            await _server.MailAsync(address);
        }

        Assert.InRange(_server.Connections, 1, 3);
    }

    [Theory]
    [InlineData("pas une adresse")]
    [InlineData("jeanne")]
    [InlineData("jeanne@")]
    public async Task Send_NotAnAddress_IsRejected(string address)
    {
        using SmtpTransport transport = new(_server.Options);

        Assert.IsType<SendOutcome.Rejected>(await transport.SendAsync(Outgoing.To(address), default));
    }

    [Fact]
    public async Task Send_DomainWithAccent_GoesInItsAsciiForm()
    {
        using SmtpTransport transport = new(_server.Options);

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Outgoing.To("jeanne@société.example"), default));

        // The server shows the domain decoded; on the wire all was ASCII, which needs no SMTPUTF8.
        await _server.MailAsync("jeanne@société.example");
        Assert.All(_server.Mails.Single().Raw, octet => Assert.InRange(octet, 0, 127));
    }

    [Fact]
    public async Task Send_ServerThatStopsAnswering_RetriesWithinTheLimit()
    {
        using SmtpTransport transport = new(_server.Options with { Timeout = TimeSpan.FromMilliseconds(300), Connections = 1 });

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("silent@exemple.fr"), default);

        Assert.Contains("à temps", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        using SmtpTransport patient = new(_server.Options);
        Assert.IsType<SendOutcome.Sent>(await patient.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));
    }

    [Fact]
    public async Task Send_StartTlsWithoutIt_NeverSendsInClear()
    {
        using SmtpTransport transport = new(_server.Options with { Tls = SmtpTls.StartTls });

        Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));
        Assert.Empty(_server.Mails);
    }

    [Theory]
    [InlineData(SmtpTls.Auto)]
    [InlineData(SmtpTls.StartTls)]
    public async Task Send_CertificateNobodyVouchesFor_RetriesAndSaysSo(SmtpTls tls)
    {
        using SmtpServerProcess encrypted = await SmtpServerProcess.StartAsync(mode: "start-tls");
        using SmtpTransport transport = new(encrypted.Options with { Tls = tls });

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default);

        Assert.Contains("chiffrée", Assert.IsType<SendOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        Assert.Empty(encrypted.Mails);
    }

    [Fact]
    public async Task Send_Cancelled_Throws()
    {
        using SmtpTransport transport = new(_server.Options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), new CancellationToken(canceled: true)));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
