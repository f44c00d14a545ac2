using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 5 and the law: a written answer says how to go further, or does not leave.</summary>
public sealed class AnswerDocumentTests
{
    [Theory]
    [InlineData(1, Language.French)]
    [InlineData(1, Language.English)]
    [InlineData(2, Language.French)]
    [InlineData(2, Language.English)]
    public void Compose_AtEveryLevel_SaysAllThatItMust(int level, Language language)
    {
        AnswerDocument answer = AnswerDocument.Compose("Remboursé.", level, TestFirm.Procedure, language);
        Assert.Null(answer.Lacks(level, TestFirm.Procedure));
        Assert.Equal("Remboursé.", answer.Text);
        Assert.Equal(level == 1, answer.LevelTwoWay is not null);
        foreach (string part in (string[])["La Médiation de l’Assurance", "TSA 50110, 75441 Paris Cedex 09", "mediateur@mediation.example", "https://mediation.example"])
        {
            Assert.Contains(part, answer.MediatorWay, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Remedies_PrintBothAddressesOfTheMailbox_InBothLanguages()
    {
        Wording way = Remedies.LevelTwo(TestFirm.Procedure.Firm);
        Assert.All([way.Fr, way.En], text => Assert.Contains("réclamation@courtier.example", text, StringComparison.Ordinal));
        Assert.All([way.Fr, way.En], text => Assert.Contains("reclamation@courtier.example", text, StringComparison.Ordinal));
        Assert.All([way.Fr, way.En], text => Assert.Contains("1 rue de la Paix", text, StringComparison.Ordinal));
        Assert.StartsWith("Si cette réponse", way.In(Language.French), StringComparison.Ordinal);
        Assert.StartsWith("If this answer", way.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Remedies_OfAMediatorWithoutEmail_LeaveNoHole() => Assert.EndsWith(
        ": La Médiation de l’Assurance, TSA 50110, 75441 Paris Cedex 09, https://mediation.example.",
        Remedies.Mediator(TestFirm.Procedure.Mediator with { Email = null }).Fr,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1, " ", true, true, "answer-without-text")]
    [InlineData(1, "Oui.", false, true, "answer-without-level-two")]
    [InlineData(1, "Oui.", true, false, "answer-without-mediator")]
    [InlineData(2, "Oui.", false, false, "answer-without-mediator")]
    [InlineData(2, "Oui.", false, true, null)]
    public void Lacks_WhatIsMissing_IsNamed(int level, string text, bool levelTwo, bool mediator, string? code)
    {
        AnswerDocument whole = AnswerDocument.Compose(text, 1, TestFirm.Procedure, Language.French);
        AnswerDocument cut = whole with { LevelTwoWay = levelTwo ? whole.LevelTwoWay : null, MediatorWay = mediator ? whole.MediatorWay : null };
        Assert.Equal(code, cut.Lacks(level, TestFirm.Procedure)?.Code);
    }

    [Theory]
    [InlineData("reclamation@courtier.example", "", "answer-without-level-two")]
    [InlineData("La Médiation de l’Assurance", "Un médiateur", "answer-without-mediator")]
    [InlineData("TSA 50110", "Boîte postale", "answer-without-mediator")]
    public void Lacks_ContactsNoLongerInForce_IsNamed(string part, string instead, string code)
    {
        AnswerDocument whole = AnswerDocument.Compose("Oui.", 1, TestFirm.Procedure, Language.French);
        AnswerDocument stale = whole with
        {
            LevelTwoWay = whole.LevelTwoWay!.Replace(part, instead, StringComparison.Ordinal),
            MediatorWay = whole.MediatorWay!.Replace(part, instead, StringComparison.Ordinal),
        };
        Assert.Equal(code, stale.Lacks(1, TestFirm.Procedure)?.Code);
    }

    [Fact]
    public void Approve_WithoutTheWayToLevelTwo_IsRefusedAtLevelOneOnly()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne);
        Assert.Equal("answer-without-level-two", life.Try(new Approve(Manon, life.Now, null, null, life.Answer() with { LevelTwoWay = null })));
        life.Approve(Manon).Escalate().Submit(Manon);
        Assert.Null(life.Answer().LevelTwoWay);
        Assert.Equal("Approved, AnswerReleased", life.Try(new Approve(Denis, life.Now, null, null, life.Answer())));
    }

    [Fact]
    public void Approve_WithoutTheMediator_IsRefusedAtEveryLevel()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne);
        Assert.Equal("answer-without-mediator", life.Try(new Approve(Manon, life.Now, null, null, life.Answer() with { MediatorWay = null })));
        life.Approve(Manon).Escalate().Submit(Manon);
        Assert.Equal("answer-without-mediator", life.Try(new Approve(Denis, life.Now, null, null, life.Answer() with { MediatorWay = null })));
        Assert.Equal("answer-without-text", life.Try(new Approve(Denis, life.Now, null, null, null)));
        Assert.Equal(Status.AwaitingApproval, life.Complaint.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Submit_WhereNoApprovalIsAsked_ReleasesOnlyAWholeAnswer(bool whole)
    {
        ComplaintLife life = new()
        {
            Procedure = ProcedureOf(Insurance with { LevelOneApproval = new(ApproverRole.None, "Cabinet d’une seule personne") }),
        };
        life.Receive().Draft(Anne);
        AnswerDocument answer = whole ? life.Answer() : life.Answer() with { MediatorWay = null };
        Assert.Equal(whole ? "Approved, AnswerReleased" : "answer-without-mediator", life.Try(new Submit(Anne, life.Now, answer)));
        Assert.Equal(whole, life.Facts<Approved>().Any(fact => fact is { Approver: null, WaiverReason: "Cabinet d’une seule personne" }));
        Assert.Equal(whole ? ["answer client"] : [], life.ToldNow.Where(told => told is "answer client" or "approval-request manon"));
    }
}
