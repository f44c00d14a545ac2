using AngleSharp.Html.Dom;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

/// <summary>Whatever the domain can say, the pages have words for.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Journal_WithEveryFactOfTheDomain_HasWordsForEach()
    {
        IHtmlDocument page = PageRules.Parse(StaffPage.Render(SamplePages.StaffModel(EveryFact(), SampleFirm.Manager)));
        Assert.Equal(EveryFact().Journal.Count, page.QuerySelectorAll("section[aria-labelledby=journal] tbody tr").Length);
        Assert.All(page.QuerySelectorAll("td[data-label=Quoi]"), cell => Assert.False(string.IsNullOrWhiteSpace(cell.TextContent)));
        Assert.Equal(FactTypes().Order(), EveryFact().Journal.Select(line => line.Fact.GetType().Name).Distinct().Order());
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void ClientPage_WithEveryFactOfTheDomain_IsDrawn(Language language) =>
        PageRules.Check(PageRules.Parse(ClientPage.Render(SamplePages.ClientModel(EveryFact(), language, SamplePages.ClientActions))));

    [Fact]
    public void Mails_OfEveryKind_HaveWords()
    {
        EffectLine[] effects = [.. WireName.All<MailKind>().Select(kind => new EffectLine(kind, kind, "client", "sent", null, 1, null))];
        IHtmlDocument page = PageRules.Parse(StaffPage.Render(SamplePages.StaffModel(CaseFile.Received(), SampleFirm.Manager) with { Effects = effects }));
        string[] words = [.. page.QuerySelectorAll("td[data-label=E-mail]").Select(cell => cell.TextContent)];
        Assert.Equal(effects.Length, words.Length);
        Assert.DoesNotContain(words, word => WireName.All<MailKind>().Contains(word));
    }

    private static IEnumerable<string> FactTypes() =>
        typeof(ComplaintEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComplaintEvent))).Select(type => type.Name);

    private static CaseFile EveryFact()
    {
        DateOnly day = new(2026, 3, 10);
        Actor system = Actor.System;
        CaseFile file = CaseFile.Received();
        Terms terms = file.Complaint.Terms;
        return file
            .Add(CaseFile.Handler, new AcknowledgementPrepared())
            .Add(CaseFile.Handler, new Acknowledged(AnswerChannel.Letter, day))
            .Add(CaseFile.Manager, new Assigned("parti@courtier.example"))
            .Submitted().Add(CaseFile.Manager, new Returned(1), "À revoir")
            .Add(CaseFile.Handler, new Extended(day))
            .Add(CaseFile.Handler, new Transferred(day))
            .Add(CaseFile.Handler, new NoteAdded())
            .Add(CaseFile.Handler, new MessageSent())
            .Add(Actor.Client, new MessageReceived())
            .Add(new Actor(ActorKind.Application, null, "site"), new AttachmentAdded("a", "text/plain", 900, "ab"))
            .Add(CaseFile.Handler, new Corrected(ComplainantKind.Professional, true, null, day, day, null))
            .Add(CaseFile.Manager, new Classified(null, "Délai", null, null))
            .Add(CaseFile.Manager, new Absorbed("R26-AAAA-BBBB"))
            .Add(CaseFile.Manager, new ProcedureChanged(terms))
            .Add(CaseFile.Manager, new HoldPlaced()).Add(CaseFile.Manager, new HoldReleased())
            .Add(system, new Reminded(DeadlineKind.Acknowledgement, day, true, true))
            .Add(system, new DeadlineMissed(DeadlineKind.LevelTwo, day))
            .Add(system, new MediatorInformed(day))
            .Add(system, new MailSent(Guid.Empty, MailKind.Answer)).Add(system, new MailDelivered(Guid.Empty, MailKind.Answer))
            .Add(system, new MailFailed(Guid.Empty, MailKind.Answer)).Add(system, new AcknowledgementUndone())
            .Add(CaseFile.Handler, new ResendRequested(Guid.Empty, MailKind.Answer, Recipient.Client))
            .Add(CaseFile.Handler, new CallRecorded(true, 2, AnswerChannel.Email), "Dit au téléphone")
            .Answered().Escalated()
            .Add(Actor.Client, new CourtActionStarted(day))
            .Add(Actor.Client, new Referred(day))
            .Add(CaseFile.Manager, new MediatorDecided(MediationOutcome.Inadmissible, day))
            .Add(CaseFile.Manager, new Reopened())
            .Add(CaseFile.Manager, new Closed(Closure.Merged, day, "R26-AAAA-BBBB"));
    }
}
