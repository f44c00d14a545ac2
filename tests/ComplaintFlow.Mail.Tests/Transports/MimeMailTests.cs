using ComplaintFlow.Functions.Mail;
using MimeKit;

namespace ComplaintFlow.Mail.Tests.Transports;

public sealed class MimeMailTests
{
    [Fact]
    public void Mime_OfAMail_HasWhatIsPromised()
    {
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr");

        MimeMessage read = ReadBack(mail);

        Assert.Equal("answer", read.Headers["X-ComplaintFlow-Kind"]);
        Assert.Equal(Samples.Reference, read.Headers["X-ComplaintFlow-Reference"]);
        Assert.Equal("auto-generated", read.Headers["Auto-Submitted"]);
        Assert.Equal($"{mail.Id:D}@courtier.example", read.MessageId);
        Assert.Equal(mail.At, read.Date);
        Assert.Equal(mail.At.Offset, read.Date.Offset);
        Assert.Equal(("Madame Courtage", "reclamation@courtier.example"), NameAndAddress(read.From));
        Assert.Equal(("Jeanne Martin", "jeanne@exemple.fr"), NameAndAddress(read.To));
        Assert.Equal("reclamation@courtier.example", read.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("multipart/alternative", read.Body!.ContentType.MimeType);
        Assert.Equal(["text/plain", "text/html"], read.BodyParts.Select(part => part.ContentType.MimeType));
        Assert.All(read.BodyParts, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Equal(mail.Text, read.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, read.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Mime_WithoutReference_HasNoSuchHeader()
    {
        MimeMessage read = ReadBack(Outgoing.WithoutReference);

        Assert.Equal("sign-in", read.Headers["X-ComplaintFlow-Kind"]);
        Assert.False(read.Headers.Contains("X-ComplaintFlow-Reference"));
    }

    [Fact]
    public void Mime_OfTheSameMail_IsTheSameBytes() =>
        Assert.Equal(Bytes(Outgoing.To("jeanne@exemple.fr")), Bytes(Outgoing.To("jeanne@exemple.fr")));

    [Fact]
    public void Mime_OfAMailThatFollowsOthers_NamesThem()
    {
        string[] thread = [.. Enumerable.Range(0, 20).Select(i => $"{i}.{new string('x', 200)}@exemple.fr")];
        OutgoingMail mail = Outgoing.To("jeanne@exemple.fr") with { Thread = thread };

        MimeMessage read = ReadBack(mail);

        Assert.Equal(thread, read.References);
        Assert.Equal(thread[^1], read.InReplyTo);
        Assert.Equal(Bytes(mail), Bytes(mail));
        Assert.All(System.Text.Encoding.ASCII.GetString(Bytes(mail)).Split('\n'), line => Assert.True(line.Length <= 998));
    }

    [Theory]
    [InlineData("a@b\r\nBcc: victime@exemple.fr")]
    [InlineData("a@b> <victime@exemple.fr")]
    [InlineData("é@exemple.fr")]
    [InlineData("@exemple.fr")]
    [InlineData("exemple.fr@")]
    [InlineData("")]
    public void Mime_OfAnIdThatCannotBeNamed_LeavesItOut(string id)
    {
        MimeMessage read = ReadBack(Outgoing.To("jeanne@exemple.fr") with { Thread = ["premier@exemple.fr", id] });

        Assert.Equal(["premier@exemple.fr"], read.References);
        Assert.Equal("premier@exemple.fr", read.InReplyTo);
        Assert.Empty(read.Bcc);
    }

    [Theory]
    [InlineData("Objet\r\nBcc: victime@exemple.fr")]
    [InlineData("Objet\nX-Spam: 1\n\nCorps")]
    [InlineData("Objet\rBcc: victime@exemple.fr")]
    [InlineData("Objet\u2028Bcc: victime@exemple.fr\u0000")]
    public void Mime_LineBreaksInHeaderValues_StartNoHeader(string hostile)
    {
        MimeMessage read = ReadBack(Outgoing.To("jeanne@exemple.fr", hostile) with { Subject = hostile, FromName = hostile, Reference = hostile });

        Assert.Empty(read.Bcc);
        Assert.False(read.Headers.Contains("X-Spam"));
        Assert.StartsWith("Objet ", read.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Objet ", read.To.Mailboxes.Single().Name, StringComparison.Ordinal);
        Assert.Equal("multipart/alternative", read.Body!.ContentType.MimeType);
    }

    [Theory]
    [InlineData("jeanne@exemple.fr\r\nBcc: victime@exemple.fr")]
    [InlineData("jeanne@exemple.fr, victime@exemple.fr")]
    [InlineData("")]
    public void Mime_RecipientThatIsNotOneAddress_IsRefused(string address) =>
        Assert.Throws<ParseException>(() => MimeMail.Of(Outgoing.To(address)));

    [Theory]
    [InlineData("Réclamation : « été » — 日本語 😀 עברית")]
    [InlineData("Un objet très long, avec des accents partout, répété et répété encore jusqu’à dépasser largement une ligne d’en-tête ordinaire, et même deux")]
    public void Mime_AnySubject_ReadsBackTheSame(string subject) =>
        Assert.Equal(subject, ReadBack(Outgoing.To("jeanne@exemple.fr") with { Subject = subject }).Subject);

    private static (string? Name, string Address) NameAndAddress(InternetAddressList list) =>
        (list.Mailboxes.Single().Name, list.Mailboxes.Single().Address);

    private static MimeMessage ReadBack(OutgoingMail mail) => MimeMessage.Load(new MemoryStream(Bytes(mail)));

    private static byte[] Bytes(OutgoingMail mail)
    {
        using MimeMessage message = MimeMail.Of(mail);
        using MemoryStream stream = new();
        message.WriteTo(stream);
        return stream.ToArray();
    }
}
