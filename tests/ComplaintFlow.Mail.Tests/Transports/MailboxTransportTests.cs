using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Transports;
using MimeKit;

namespace ComplaintFlow.Mail.Tests.Transports;

public sealed class MailboxTransportTests : IDisposable
{
    private readonly DirectoryInfo _root = System.IO.Directory.CreateTempSubdirectory("mailbox");

    private string Folder => Path.Combine(_root.FullName, "mailbox");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Send_Mail_IsOneFileNamedByItsId()
    {
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        Assert.IsType<SendOutcome.Sent>(await new MailboxTransport(Folder).SendAsync(mail, default));

        string file = Assert.Single(System.IO.Directory.GetFiles(Folder));
        Assert.Equal($"{mail.Id}.eml", Path.GetFileName(file));
        Assert.Equal(mail.Subject, MimeMessage.Load(file).Subject);
    }

    [Fact]
    public async Task Send_SameIdAgain_ChangesNothing()
    {
        MailboxTransport transport = new(Folder);
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");
        await transport.SendAsync(mail, default);
        byte[] first = File.ReadAllBytes(System.IO.Directory.GetFiles(Folder).Single());

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(mail with { Subject = "Autre" }, default));

        Assert.Equal(first, File.ReadAllBytes(Assert.Single(System.IO.Directory.GetFiles(Folder))));
    }

    [Fact]
    public async Task Send_SameIdAtOnce_LeavesOneFile()
    {
        MailboxTransport transport = new(Folder);
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        SendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => transport.SendAsync(mail, default))));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Single(System.IO.Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Send_AddressWithAccent_ReadsBackTheSame()
    {
        await new MailboxTransport(Folder).SendAsync(Outgoing.To("réclamation@exemple.fr"), default);

        MimeMessage read = MimeMessage.Load(System.IO.Directory.GetFiles(Folder).Single());
        Assert.Equal("réclamation@exemple.fr", read.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Send_NotAnAddress_IsRejectedAndLeavesNothing()
    {
        Assert.IsType<SendOutcome.Rejected>(await new MailboxTransport(Folder).SendAsync(Outgoing.To("pas une adresse"), default));

        Assert.Empty(System.IO.Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Folder_ThatCannotBe_IsRetriedAndTold()
    {
        File.WriteAllText(Folder, "");
        MailboxTransport transport = new(Folder);

        Assert.IsType<SendOutcome.Retry>(await transport.SendAsync(Outgoing.To("jeanne@exemple.fr"), default));
        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => transport.CheckAsync(default));
        Assert.Contains(Folder, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_UsableFolder_LeavesNothing()
    {
        await new MailboxTransport(Folder).CheckAsync(default);

        Assert.Empty(System.IO.Directory.GetFiles(Folder));
    }
}
