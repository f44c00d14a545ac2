using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using ComplaintFlow.SmtpServer;

namespace ComplaintFlow.Mail.Tests.Transports;

/// <summary>Connections that break at the worst moment, and mails that are too large.</summary>
public sealed class SmtpFaultsTests : IAsyncLifetime
{
    private SmtpServerProcess _server = null!;

    public async Task InitializeAsync() => _server = await SmtpServerProcess.StartAsync();

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Send_HungUpInTheMiddleOfTheMail_RetriesAndArrivesOnce()
    {
        using SmtpTransport transport = new(_server.Options);
        OutgoingMail mail = Outgoing.To("cut@exemple.fr");

        Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(mail, default));
        Assert.Empty(_server.Mails);
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(mail, default));

        await _server.MailAsync("cut@exemple.fr");
        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task Send_TakenAndHungUpBeforeTheAnswer_RetriesUnderTheSameMessageId()
    {
        using SmtpTransport transport = new(_server.Options);
        OutgoingMail mail = Outgoing.To("lost@exemple.fr");

        Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(mail, default));
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(mail, default));

        // SMTP knows no more: the server has it twice, as one mail.
        await _server.MailAsync("lost@exemple.fr");
        Assert.Equal(2, _server.Mails.Count);
        Assert.Equal(_server.Mails[0].Raw, _server.Mails[1].Raw);
    }

    [Fact]
    public async Task Send_MailboxFull_IsRejected()
    {
        using SmtpTransport transport = new(_server.Options);

        SendOutcome outcome = await transport.SendAsync(Outgoing.To("full@exemple.fr"), default);

        Assert.StartsWith("552", Assert.IsType<SendOutcome.Rejected>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_LargerThanTheServerTakes_IsRejectedAtOnce()
    {
        using SmtpServerProcess small = await SmtpServerProcess.StartAsync(mode: "small");
        using SmtpTransport transport = new(small.Options);
        OutgoingMail large = Outgoing.To("jeanne@exemple.fr") with { Text = new string('x', 20_000) };

        SendOutcome outcome = await transport.SendAsync(large, default);

        Assert.StartsWith("552", Assert.IsType<SendOutcome.Rejected>(outcome).Reason, StringComparison.Ordinal);
        Assert.Empty(small.Mails);
    }

    [Fact]
    public async Task Send_AfterARefusal_UsesTheSameConnection()
    {
        using SmtpTransport transport = new(_server.Options with { Connections = 1 });

        foreach (string address in new[] { "refused@exemple.fr", "never@exemple.fr", "full@exemple.fr", "busy@exemple.fr", "jeanne@exemple.fr" })
        {
            await transport.SendAsync(Outgoing.To(address), default);
        }

        await _server.MailAsync("jeanne@exemple.fr");
        Assert.Equal(1, _server.Connections);
    }
}
