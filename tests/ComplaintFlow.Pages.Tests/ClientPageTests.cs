using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

public sealed partial class ClientPageTests
{
    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["message"] = ["text"],
        ["attachment"] = ["file"],
        ["escalate"] = ["reason"],
        ["refer"] = ["on", "reference"],
        ["court-action"] = ["on"],
        ["withdraw"] = ["reason"],
    };

    public static TheoryData<string> Actions { get; } = [.. Fields.Keys];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Act_AllowedOrNot_HasAFormOrNone(string action)
    {
        CaseFile file = CaseFile.Received().Acknowledged().Answered();
        IHtmlDocument all = Page(file, Language.French, [.. Fields.Keys]);
        IElement form = Assert.Single(all.QuerySelectorAll("form"), form => form.QuerySelector("[name=action]")!.GetAttribute("value") == action);
        Assert.Equal(Fields[action].Order(), form.QuerySelectorAll("[name]").Select(control => control.GetAttribute("name")!).Where(name => name != "action").Order());
        Assert.Equal(action == "attachment" ? "multipart/form-data" : null, form.GetAttribute("enctype"));
        IHtmlDocument others = Page(file, Language.French, [.. Fields.Keys.Where(other => other != action)]);
        Assert.DoesNotContain(others.QuerySelectorAll("[name=action]"), input => input.GetAttribute("value") == action);
    }

    [Fact]
    public void InternalWords_WhateverTheFact_AreNeverShown()
    {
        const string Secret = "INTERNE";
        Terms terms = CaseFile.Received().Complaint.Terms;
        CaseFile file = CaseFile.Received().Acknowledged()
            .Add(CaseFile.Handler, new NoteAdded(), Secret)
            .Add(CaseFile.Manager, new Assigned("conseil2@courtier.example"), Secret)
            .Add(CaseFile.Handler, new AttachmentAdded("i1", "text/plain", 1, "ab"), new PrivatePart { FileName = Secret })
            .Add(CaseFile.Handler, new Transferred(new DateOnly(2026, 3, 4)), new PrivatePart { To = "Assureur", Text = Secret })
            .Add(CaseFile.Manager, new Classified(Secret, Secret, Secret, Secret))
            .Add(CaseFile.Manager, new HoldPlaced(), Secret)
            .Add(CaseFile.Manager, new HoldReleased(), Secret)
            .Add(CaseFile.Manager, new ProcedureChanged(terms), Secret)
            .Add(Actor.System, new Reminded(DeadlineKind.Response, new DateOnly(2026, 4, 1), true, false), Secret)
            .Add(Actor.System, new DeadlineMissed(DeadlineKind.Response, new DateOnly(2026, 5, 2)), Secret)
            .Add(CaseFile.Handler, new CallRecorded(false, 1, AnswerChannel.Email), Secret)
            .Submitted(Secret)
            .Add(CaseFile.Manager, new Returned(2), Secret)
            .Submitted(Secret)
            .Add(CaseFile.Manager, new Approved(3, CaseFile.Manager.Name), Secret)
            .Add(CaseFile.Handler, new Escalated(SampleFirm.Manager.Email, new DateOnly(2026, 5, 4), new DateOnly(2026, 7, 4)), Secret)
            .Add(CaseFile.Manager, new Closed(Closure.Requalified, new DateOnly(2026, 5, 5)), Secret)
            .Add(CaseFile.Manager, new Reopened(), Secret);
        Assert.DoesNotContain(Secret, ClientPage.Render(SamplePages.ClientModel(file, Language.French, [.. Fields.Keys])).ToString(), StringComparison.Ordinal);
        Assert.Contains(Secret, StaffPage.Render(SamplePages.StaffModel(file, SampleFirm.Manager)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AwaitingApproval_ForTheClient_IsSimplyInProgress()
    {
        IHtmlDocument page = Page(CaseFile.Received().Acknowledged().Submitted(), Language.French);
        Assert.Equal("En cours de traitement", page.QuerySelector(".where .tag")!.TextContent);
        Assert.DoesNotContain("approb", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Answer_OfLevelOne_SaysHowToGoFurther()
    {
        IElement remedies = Page(CaseFile.Received().Acknowledged().Answered(), Language.French).QuerySelector(".remedies")!;
        Assert.Contains(SampleFirm.Procedure.Firm.ComplaintsEmail, remedies.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleFirm.Procedure.Firm.ComplaintsEmailAlias, remedies.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleFirm.Procedure.Mediator.Name, remedies.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, "jeudi 30 avril 2026")]
    [InlineData(Language.English, "Thursday 30 April 2026")]
    public void Extension_OnTheClientsPage_GivesReasonAndBothDates(Language language, string until)
    {
        CaseFile file = CaseFile.Received(language: language).Acknowledged().Add(CaseFile.Handler, new Extended(new DateOnly(2026, 4, 30)), "Expertise");
        IHtmlDocument page = Page(file, language);
        Assert.Contains(until, page.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".steps time[datetime='2026-05-02']"));
        Assert.Contains("Expertise", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void MissedPromise_OnTheClientsPage_IsOwnedUpTo() =>
        Assert.Contains("en retard", Page(CaseFile.Received(), Language.French).QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("form-en")]
    [InlineData("client-level2-en")]
    [InlineData("procedure-en")]
    [InlineData("deadlines-en")]
    [InlineData("expired-en")]
    [InlineData("problem-500-en")]
    public void Page_InEnglish_HasNoFrenchSentence(string name)
    {
        string text = string.Join(' ', PageRules.Parse(SamplePages.All[name]).Body!.Descendants<IText>()
            .Where(node => node.ParentElement is { ClassName: not "typed" } parent && parent.GetAttribute("lang") != "fr").Select(node => node.TextContent));
        Assert.DoesNotMatch(French(), text);
    }

    private static IHtmlDocument Page(CaseFile file, Language language, params string[] actions) =>
        PageRules.Parse(ClientPage.Render(SamplePages.ClientModel(file, language, actions)));

    [GeneratedRegex(@"\b(vous|votre|nous|jours|le(?!\.)|une?|est|au plus tard)\b", RegexOptions.IgnoreCase)]
    private static partial Regex French();
}
