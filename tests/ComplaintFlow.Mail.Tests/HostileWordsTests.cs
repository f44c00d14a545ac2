using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Documents;
using CsCheck;

namespace ComplaintFlow.Mail.Tests;

/// <summary>What strangers type cannot become markup, a link or a header.</summary>
public sealed partial class HostileWordsTests
{
    private const string Hostile =
        "<script>alert(1)</script> \"'><img src=x onerror=alert(1)> &amp; 😀 \u202Eetxet\u202C https://mechant.example/x www.mechant.example mechant.example\r\nBcc: victime@exemple.fr";

    private static readonly PrivatePart Words = Samples.French with
    {
        Complainant = Samples.French.Complainant! with { Name = Hostile, Phone = Hostile, PostalAddress = Hostile },
        Representative = new() { Name = Hostile, Capacity = Hostile },
        Subject = Hostile,
        Description = Hostile,
        Contract = Hostile,
        Text = Hostile,
        To = Hostile,
        FileName = Hostile,
        MediatorReference = Hostile,
    };

    public static TheoryData<string> Names => [.. Catalogue.Client.Keys, .. Catalogue.Staff.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_HostileWordsEverywhere_ShowsThemDead(string name)
    {
        MailMaterial mail = Catalogue.Client.GetValueOrDefault(name) ?? Catalogue.Staff[name];
        JournalLine[] journal = [.. mail.Journal.Select(line => line with { Private = Words })];
        MailContent content = Samples.Mails.Compose(mail with { Journal = journal, Line = journal[^1], Dossier = Dossier.Of(journal) });
        string html = HtmlRendering.Of(content.Body);
        string text = TextRendering.Of(content.Body);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(LiveLink(), text);
        Assert.DoesNotMatch(LiveLink(), html);
        Assert.DoesNotContain('\n', content.Subject);
        Assert.Single(Anchors().Matches(html));
    }

    [Fact]
    public void WaitingMail_HostileSenderAndSubject_ShowsThemDead()
    {
        MailContent mail = new WaitingMail(Samples.Procedure, [new(false, new(2026, 3, 2), new(2026, 3, 13), Hostile, Hostile)], Samples.StaffLink).Compose(MailTemplates.Default);

        Assert.DoesNotMatch(LiveLink(), TextRendering.Of(mail.Body));
        Assert.DoesNotContain("<script", HtmlRendering.Of(mail.Body), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Voir https://a.example/b", "Voir https\u200B://\u200Ba\u200B.example/b")]
    [InlineData("HTTP://A.EXAMPLE", "HTTP\u200B://\u200BA\u200B.EXAMPLE")]
    [InlineData("www.a.fr et WWW.b.fr", "www\u200B.a\u200B.fr et WWW\u200B.b\u200B.fr")]
    [InlineData("(exemple.com)", "(exemple\u200B.com)")]
    [InlineData("exemple.pdf.com", "exemple\u200B.pdf\u200B.com")]
    [InlineData("mailto:a@b.fr", "mailto:a@b\u200B.fr")]
    public void Quoted_Links_AreBroken(string words, string dead) => Assert.Equal(dead, QuotedWords.Disarm(words));

    [Theory]
    [InlineData("Écrivez à jeanne.martin@exemple.fr, merci.")]
    [InlineData("1.240,50 € le 2.3.2026 à 9h. M. Martin… Fin. ok")]
    [InlineData("facture.pdf, photo.JPG et (relevé.xlsx)")]
    public void Quoted_OrdinaryWords_StayAsTheyAre(string words) => Assert.Equal(words, QuotedWords.Disarm(words));

    [Fact]
    public void Quoted_LineBreaksAndControls_BecomeLineFeeds() =>
        Assert.Equal("a\nb\nc\td", QuotedWords.Disarm("a\r\nb\rc\td\u0000\u0007\u001B"));

    [Fact]
    public void Quoted_AnyWords_ReadTheSameAndHoldNoLiveLink() => Gen.String[Gen.Char["ab.:/w@ \nfr\u200Bé"], 0, 40].Sample(words =>
    {
        string dead = QuotedWords.Disarm(words);
        Assert.Equal(words.Replace("\u200B", "", StringComparison.Ordinal), dead.Replace("\u200B", "", StringComparison.Ordinal));
        Assert.DoesNotMatch(SchemeOrSite(), dead);
    });

    [Fact]
    public void Html_VeryLongWord_MayBreak()
    {
        MailContent mail = Samples.Mails.Compose(Life.Received(words: Samples.French with { Description = new string('a', 5000) }).ToClient(MailKind.Acknowledgement));

        Assert.Contains("overflow-wrap:anywhere", HtmlRendering.Of(mail.Body), StringComparison.Ordinal);
        Assert.Contains($"> {new string('a', 5000)}", TextRendering.Of(mail.Body), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"://mechant|www\.mechant|[^\u200B@]mechant\.example", RegexOptions.IgnoreCase)]
    private static partial Regex LiveLink();

    [GeneratedRegex(@"(?<!\u200B)://|://(?!\u200B)|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeOrSite();

    [GeneratedRegex("<a ")]
    private static partial Regex Anchors();
}
