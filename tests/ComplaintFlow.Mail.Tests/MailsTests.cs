using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Documents;
using Note = ComplaintFlow.Functions.Mail.Documents.Note;

namespace ComplaintFlow.Mail.Tests;

public sealed partial class MailsTests
{
    public static TheoryData<string> StaffNames => [.. Catalogue.Staff.Keys];

    public static TheoryData<string> ClientNames => [.. Catalogue.Client.Keys];

    public static TheoryData<MailKind> Kinds => [.. Enum.GetValues<MailKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_Each_IsInTheCatalogue(MailKind kind) => Assert.Contains(
        Catalogue.Client.Concat(Catalogue.Staff).Select(mail => mail.Value.Kind).Append(MailKind.SignIn).Append(MailKind.WaitingMail).Append(MailKind.MailboxUnread),
        known => known == kind);

    [Theory]
    [MemberData(nameof(StaffNames))]
    public void StaffMail_Each_CarriesExactlyOneLink(string name)
    {
        MailContent mail = Samples.Mails.Compose(Catalogue.Staff[name]);

        Assert.Equal([Samples.StaffLink], Urls(TextRendering.Of(mail.Body)));
        Assert.Equal([Samples.StaffLink], Urls(HtmlRendering.Of(mail.Body)));
        Assert.Equal(Language.French, mail.Language);
    }

    [Theory]
    [MemberData(nameof(ClientNames))]
    public void ClientMail_Each_CarriesTheFollowUpLinkOnce(string name)
    {
        MailContent mail = Samples.Mails.Compose(Catalogue.Client[name]);

        // The mediator's site is printed in the text; nothing but the follow-up page is a link.
        Assert.Equal([Samples.ClientLink], Urls(TextRendering.Of(mail.Body)).Where(url => !url.StartsWith(Samples.Procedure.Mediator.Website, StringComparison.Ordinal)));
        Assert.Single(Hrefs().Matches(HtmlRendering.Of(mail.Body)));
        Assert.Contains(Samples.Reference, mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ClientNames))]
    public void ClientMail_WithoutLink_IsMadeWithoutOne(string name)
    {
        MailContent mail = Samples.Mails.Compose(Catalogue.Client[name] with { Link = null });

        Assert.DoesNotContain(mail.Body.Blocks, block => block is LinkButton);
    }

    [Theory]
    [MemberData(nameof(ClientNames))]
    [MemberData(nameof(StaffNames))]
    public void Mail_AfterErasure_IsStillMade(string name)
    {
        MailMaterial mail = Catalogue.Client.GetValueOrDefault(name) ?? Catalogue.Staff[name];
        JournalLine[] journal = [.. mail.Journal.Select(line => line with { Private = null })];
        MailMaterial erased = mail with { Journal = journal, Line = journal[^1], Dossier = Dossier.Of(journal) };

        if (mail.Kind == MailKind.Answer)
        {
            Assert.Throws<InvalidOperationException>(() => Samples.Mails.Compose(erased));
            return;
        }

        MailContent content = Samples.Mails.Compose(erased);
        Assert.NotEmpty(content.Body.Blocks);
        Assert.DoesNotContain("Martin", TextRendering.Of(content.Body), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ClientNames))]
    [MemberData(nameof(StaffNames))]
    public void FrenchMail_OwnWords_KeepTheSpacesOfFrenchPrint(string name)
    {
        MailContent mail = Samples.Mails.Compose(Catalogue.Client.GetValueOrDefault(name) ?? Catalogue.Staff[name]);
        if (mail.Language == Language.French)
        {
            Assert.All(OwnWords(mail), text => Assert.DoesNotMatch(BadPrint(), text));
        }
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void Answer_LevelOne_NamesLevelTwoAndMediator(Language language)
    {
        string text = TextRendering.Of(Samples.Mails.Compose(Life.Answered(language).ToClient(MailKind.Answer)).Body);

        Assert.Contains(Samples.Procedure.Firm.ComplaintsEmail, text, StringComparison.Ordinal);
        Assert.Contains(Samples.Procedure.Firm.ComplaintsEmailAlias, text, StringComparison.Ordinal);
        Assert.Contains(Samples.Procedure.Mediator.Name, text, StringComparison.Ordinal);
        Assert.Contains(Samples.Procedure.Mediator.PostalAddress, text, StringComparison.Ordinal);
        Assert.Contains(Samples.Procedure.Mediator.Website, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_SentAgainAfterEscalation_KeepsTheLevelOfItsRelease()
    {
        MailMaterial again = Life.AtLevelTwo().ToClient(MailKind.Answer);
        JournalLine released = again.Journal.Single(line => line.Fact is AnswerReleased);

        string text = TextRendering.Of(Samples.Mails.Compose(again with { Line = released }).Body);

        Assert.Contains("Demander une nouvelle étude", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_MediatorOfAnotherDay_IsTheOneInForce()
    {
        MailMaterial mail = Life.Answered().ToClient(MailKind.Answer);
        Mediator moved = mail.Procedure.Mediator with { PostalAddress = "1 place Neuve, 75001 Paris" };

        string text = TextRendering.Of(Samples.Mails.Compose(mail with { Procedure = mail.Procedure with { Mediator = moved } }).Body);

        Assert.Contains("1 place Neuve", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TSA 50110", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bonjour Madame Martin,\n\nVoici notre réponse.")]
    [InlineData("Chère Madame, voici notre réponse.")]
    public void Answer_WithItsOwnSalutation_GetsNoSecondOne(string words)
    {
        MailContent mail = Samples.Mails.Compose(Life.Answered(answer: words).ToClient(MailKind.Answer));

        Assert.Equal(new Words(words), mail.Body.Blocks[0]);
    }

    [Fact]
    public void Answer_WithoutText_IsRefused() => Assert.Throws<InvalidOperationException>(
        () => Samples.Mails.Compose(Life.Answered().Erased().ToClient(MailKind.Answer)));

    [Fact]
    public void Closed_AfterACourtAction_DoesNotSendToTheMediator()
    {
        MailContent mail = Samples.Mails.Compose(Life.Answered()
            .Then(Samples.At(2026, 5, 1), Actor.Client, new CourtActionStarted(new(2026, 5, 1)))
            .Then(Samples.At(2026, 6, 19), Actor.System, new Closed(Closure.NoFollowUp, new(2026, 6, 19)))
            .ToClient(MailKind.Closed));

        Assert.DoesNotContain(Samples.Procedure.Mediator.Name, TextRendering.Of(mail.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.Extension)]
    [InlineData(MailKind.Progress)]
    [InlineData(MailKind.Closed)]
    [InlineData(MailKind.Answer)]
    [InlineData(MailKind.WaitingMail)]
    [InlineData(MailKind.MailboxUnread)]
    [InlineData(MailKind.SignIn)]
    public void Mail_FromALineThatCannotBringIt_IsRefused(MailKind kind) =>
        Assert.Throws<InvalidOperationException>(() => Samples.Mails.Compose(Life.Received().ToClient(kind)));

    [Fact]
    public void Extension_TheSecond_NamesTheDateOfTheFirst()
    {
        MailContent mail = Samples.Mails.Compose(Life.Received()
            .Then(Samples.At(2026, 4, 20), Actor.System, new Extended(new(2026, 6, 1)))
            .Then(Samples.At(2026, 5, 20), Actor.System, new Extended(new(2026, 7, 1)))
            .ToClient(MailKind.Extension));

        Facts facts = mail.Body.Blocks.OfType<Facts>().First();
        Assert.Equal(["lundi 1er juin 2026", "mercredi 1er juillet 2026"], facts.Rows.Skip(1).Select(row => row.Value));
    }

    private static IEnumerable<string> Urls(string text) => Url().Matches(text).Select(match => match.Value);

    private static IEnumerable<string> OwnWords(MailContent mail) => mail.Body.Blocks
        .SelectMany(block => block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Heading heading => [heading.Text],
            Note note => [note.Text],
            LinkButton link => [link.Label],
            Facts facts => facts.Rows.SelectMany(row => row.IsQuoted ? [row.Label] : new[] { row.Label, row.Value }),
            _ => Enumerable.Empty<string>(),
        })
        .Append(mail.Subject);

    [GeneratedRegex(@"\bhttps?://[^\s""<>)]+[^\s""<>).,]")]
    private static partial Regex Url();

    [GeneratedRegex("<a ")]
    private static partial Regex Hrefs();

    /// <summary>A plain space before a high sign, a sign without any space, a straight apostrophe or quotation mark.</summary>
    [GeneratedRegex("""[ ][:;!?»]|«[ ]|'|"|\w[!?;](?!\w)|[^\u00A0\w/]:|\b1 (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)""")]
    private static partial Regex BadPrint();
}
