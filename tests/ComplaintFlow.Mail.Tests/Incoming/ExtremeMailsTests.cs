using System.Diagnostics;
using System.Text;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using ComplaintFlow.Functions.Intake.Email.Files;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>Sizes and depths that no honest mail has.</summary>
public sealed class ExtremeMailsTests
{
    /// <summary>Generous: a busy machine reads each in far less.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public void Subject_OfOneMegabyte_IsCutAndNoted()
    {
        IncomingMail mail = Read(GeneratedMails.WithSubject(new string('é', 500_000)));

        Assert.Equal(ComplaintFields.LongestSubject, mail.Subject.Text.Length);
        Assert.Contains(mail.Notes, note => note.Kind == MailNoteKind.SubjectCut);
        Assert.Equal("Bonjour.", mail.Text.Words);
    }

    [Fact]
    public void Subject_OfOneMegabyteInEncodedWords_IsCut()
    {
        IncomingMail mail = Read(GeneratedMails.WithSubject(string.Concat(Enumerable.Repeat("=?utf-8?Q?R=C3=A9clamation_?=\r\n ", 33_000)) + "fin"));

        Assert.StartsWith("Réclamation Réclamation", mail.Subject.Text, StringComparison.Ordinal);
        Assert.Equal(ComplaintFields.LongestSubject, mail.Subject.Text.Length);
    }

    [Fact]
    public void Header_OfAHundredThousandLines_IsRead()
    {
        StringBuilder header = new();
        for (int i = 0; i < 100_000; i++)
        {
            header.Append("X-Ligne: ").Append(i).Append("\r\n");
        }

        Assert.Equal("Bonjour.", Read(GeneratedMails.WithHeader(header.ToString())).Text.Words);
    }

    [Fact]
    public void Recipients_AHundredThousand_AreBounded()
    {
        IncomingMail mail = Read(GeneratedMails.WithHeader("Cc: " + string.Join(",\r\n ", Enumerable.Range(0, 100_000).Select(i => $"a{i}@exemple.fr")) + "\r\n"));

        Assert.Equal(1_000, mail.Recipients.Cc.Count);
    }

    [Fact]
    public void References_AHundredThousand_AreBounded_AndTheNewestStay()
    {
        IncomingMail mail = Read(GeneratedMails.WithHeader("References: " + string.Join("\r\n ", Enumerable.Range(0, 100_000).Select(i => $"<r{i}@exemple.fr>")) + "\r\n"));

        Assert.Equal(200, mail.AnswersTo.Count);
        Assert.Equal("r99999@exemple.fr", mail.AnswersTo[0]);
    }

    [Fact]
    public void Attachments_AThousand_AreAllThere()
    {
        IncomingMail mail = Read(GeneratedMails.WithAttachments(1_000));

        Assert.Equal(1_000, mail.Attachments.Count);
        Assert.All(mail.Attachments, file => Assert.Equal("application/pdf", file.Type));
        Assert.Equal("piece-999.pdf", mail.Attachments[999].FileName);
    }

    [Fact]
    public void Attachments_MoreThanAreListed_AreNoted() =>
        Assert.Contains(Read(GeneratedMails.WithAttachments(2_100)).Notes, note => note.Kind == MailNoteKind.NotListed);

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(5_000)]
    public void Mails_InsideMails_AreListedToADepth(int levels)
    {
        IncomingMail mail = Read(GeneratedMails.Nested(levels));

        Assert.Equal(Math.Min(levels, 9), mail.Attachments.Count);
        Assert.Equal(levels > 9, mail.Notes.Any(note => note.Kind == MailNoteKind.NotListed));
        using StreamReader outermost = new(mail.Attachments[0].Open());
        Assert.Contains("Le texte du fond.", outermost.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public void Parts_InsideParts_NeverOverflow(int levels)
    {
        IncomingMail mail = Read(GeneratedMails.NestedParts(levels));

        Assert.Null(mail.Unreadable);
        Assert.Equal(levels == 10 ? "Le texte du fond." : "", mail.Text.Words);
    }

    [Fact]
    public void Words_LongerThanADescription_AreCut_AndTheWholeIsAFile()
    {
        string text = string.Join("\r\n", Enumerable.Range(0, 5_000).Select(i => $"Ligne numéro {i}."));

        IncomingMail mail = Read(GeneratedMails.WithText(text));

        Assert.Equal(MailText.LongestWords, mail.Text.Words.Length);
        IncomingAttachment whole = Assert.Single(mail.Attachments);
        using StreamReader reader = new(whole.Open());
        Assert.EndsWith("Ligne numéro 4999.", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfTenMegabytes_IsAFile_AndItsStartIsRead()
    {
        IncomingMail mail = Read(GeneratedMails.WithText(string.Concat(Enumerable.Repeat("Bonjour, je réclame.\r\n", 450_000))));

        Assert.StartsWith("Bonjour, je réclame.\nBonjour", mail.Text.Words, StringComparison.Ordinal);
        Assert.Contains(mail.Attachments, file => file.FileName == "texte-complet.txt" && file.Size == 450_000 * 23);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<a href='https://exemple.fr'>x")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<!--")]
    [InlineData("<p a=")]
    [InlineData("&")]
    [InlineData("<svg><![CDATA[")]
    [InlineData("> ")]
    [InlineData("Le 2 mars, ")]
    [InlineData("Le \n")]
    [InlineData("De : x\n")]
    [InlineData("begin 644 a\n")]
    [InlineData("-- \n")]
    [InlineData("</div>")]
    public void Text_OfOneThingAMillionTimes_TakesNoLongTime(string thing)
    {
        string text = string.Concat(Enumerable.Repeat(thing, 1_000_000 / thing.Length));

        Read(GeneratedMails.WithText($"Bonjour.{text}", "text/html"));
        Read(GeneratedMails.WithText($"Bonjour.\n{text}"));
    }

    [Theory]
    [InlineData("From", "<a@b.example>, ")]
    [InlineData("From", "((((((((((")]
    [InlineData("From", "g:g:g:g:g:g:")]
    [InlineData("To", "\"\\\"")]
    [InlineData("Subject", "RE: ")]
    [InlineData("Subject", "=?utf-8?B?")]
    [InlineData("Date", "((")]
    [InlineData("Message-ID", "<")]
    [InlineData("References", "<a@b> ")]
    [InlineData("Content-Type", ";a*0*=x")]
    [InlineData("Content-Disposition", "a; filename*1=x;")]
    [InlineData("Received", "; ")]
    [InlineData("X-Failed-Recipients", "a@b.example, ")]
    public void Header_OfOneThingManyTimes_TakesNoLongTime(string field, string thing) =>
        Read(GeneratedMails.WithHeader($"{field}: {string.Concat(Enumerable.Repeat(thing, 200_000 / thing.Length))}\r\n"));

    [Fact]
    public void Mails_OfTwentyKilobytes_AreReadInLargeNumbersASecond()
    {
        byte[] mail = GeneratedMails.WithText(string.Concat(Enumerable.Repeat("Je conteste la résiliation de mon contrat et je demande une réponse écrite.\r\n", 250)));

        // A hundred a second are promised for the whole way in. The fastest of ten batches: other programs may take the machine meanwhile.
        TimeSpan fastest = Enumerable.Range(0, 10).Min(_ => TimeOf(() => Read(mail), times: 100));
        Assert.True(fastest < TimeSpan.FromSeconds(1), $"{fastest}");
    }

    private static TimeSpan TimeOf(Action act, int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
        {
            act();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static IncomingMail Read(byte[] raw)
    {
        long start = Stopwatch.GetTimestamp();
        IncomingMail mail = CorpusMail.Read(raw);
        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"{Stopwatch.GetElapsedTime(start)}");
        Assert.NotEqual(UnreadableReason.Failed, mail.Unreadable);
        return mail;
    }
}
