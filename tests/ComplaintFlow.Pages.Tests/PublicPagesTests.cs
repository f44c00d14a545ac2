using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

public sealed class PublicPagesTests
{
    [Theory]
    [InlineData(Language.French, "fr")]
    [InlineData(Language.English, "en")]
    public void Form_InEachLanguage_PostsTheFieldsOfTheContract(Language language, string code)
    {
        IElement form = PageRules.Parse(SamplePages.Form(language)).QuerySelector("form")!;
        Assert.Equal("/api/complaints", form.GetAttribute("action"));
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.Equal(code, form.QuerySelector("[name=language]")!.GetAttribute("value"));
        Assert.Equal("k-1", form.QuerySelector("[name=idempotencyKey]")!.GetAttribute("value"));
        Assert.Equal(["consumer", "professional"], form.QuerySelectorAll("[name=kind]").Select(radio => radio.GetAttribute("value")));
        string[] expected =
        [
            "name", "email", "phone", "postalAddress", "clientNumber", "kind", "subject", "description", "contract", "product", "attachments",
            "representativeName", "representativeEmail", "representativeCapacity", "language", "idempotencyKey", "website",
        ];
        Assert.Equal(expected.Order(), form.QuerySelectorAll("[name]").Select(control => control.GetAttribute("name")!).Distinct().Order());
    }

    [Fact]
    public void Honeypot_OnTheForm_IsOutOfReachOfPeople()
    {
        IElement trap = PageRules.Parse(SamplePages.Form(Language.French)).QuerySelector("[name=website]")!;
        Assert.Equal("-1", trap.GetAttribute("tabindex"));
        Assert.Equal("off", trap.GetAttribute("autocomplete"));
        Assert.Equal("", trap.GetAttribute("value"));
        Assert.Equal("true", trap.ParentElement!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Procedure_Published_SaysWhatTheFileSays()
    {
        ProcedureVersion procedure = SampleFirm.Procedure;
        string text = PageRules.Parse(SamplePages.All["procedure-fr"]).Body!.TextContent;
        string[] said =
        [
            "10 (dix) jours ouvrables", "2 (deux) mois", "15 (quinze) jours ouvrables", "35 jours ouvrables", procedure.Firm.ComplaintsEmail, procedure.Firm.ComplaintsEmailAlias,
            procedure.Mediator.Name, procedure.Mediator.PostalAddress, procedure.Mediator.Email!, procedure.Mediator.Website, "Le cabinet ne compte que deux personnes.",
            "France métropolitaine", "5 ans", procedure.Privacy.Contact, "sa date de réception",
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Procedure_WithOtherTerms_SaysThem()
    {
        ProcedureVersion procedure = SampleFirm.Procedure with
        {
            Regimes = [new() { Name = "insurance", Title = new("Assurance", "Insurance"), Acknowledge = new(3, DelayUnit.WorkingDays), Respond = new(1, DelayUnit.Months), ClockStart = ClockStart.Sending }],
        };
        string text = PageRules.Parse(ProcedurePage.Render(procedure, Language.English)).Body!.TextContent;
        Assert.Contains("3 (three) working days", text, StringComparison.Ordinal);
        Assert.Contains("1 (one) month of the date it was sent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10 (ten)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_OfAnAnswer_CarriesFirmClientWordsAndRemedies()
    {
        string text = PageRules.Parse(SamplePages.All["letter-answer"]).Body!.TextContent;
        string[] printed = [SampleFirm.Procedure.Firm.Name, "3 place du Marché\n29000 Quimper", "26 mars 2026", CaseFile.Reference, "Votre sinistre sera indemnisé.", SampleFirm.Procedure.Mediator.PostalAddress, SampleFirm.Handler.Name];
        Assert.All(printed, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Desk_OfAManager_ListsDueFirstWithItsHandler()
    {
        IHtmlDocument page = PageRules.Parse(SamplePages.All["desk-manager"]);
        Assert.Equal([CaseFile.Reference, "R26-CCCC-DDDD", "R26-AAAA-BBBB"], page.QuerySelectorAll("td a.reference").Select(link => link.TextContent));
        Assert.Equal($"/staff/complaints/{CaseFile.Reference}", page.QuerySelector("td a.reference")!.GetAttribute("href"));
        Assert.Contains("late", page.QuerySelector("tbody tr")!.ClassList);
        Assert.Contains(SampleFirm.Handler.Name, page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("En charge", PageRules.Parse(SamplePages.All["desk-handler"]).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Desk_SetAsideAndAbsences_PostWhatTheDeskReads()
    {
        IHtmlDocument page = PageRules.Parse(SamplePages.All["desk-handler"]);
        IElement[] forms = [.. page.QuerySelectorAll("form[action='/staff']")];
        Assert.Equal(["absence", "discard-set-aside", "open-set-aside", "remove-absence"], forms.Select(form => form.QuerySelector("[name=action]")!.GetAttribute("value")).Distinct().Order());
        IElement removal = forms.Single(form => form.QuerySelector("[value=remove-absence]") is not null);
        Assert.Equal("2026-08-03", removal.QuerySelector("[name=from]")!.GetAttribute("value"));
        Assert.Equal("2026-08-21", removal.QuerySelector("[name=to]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Problem_OfEveryStatus_SaysWhatHappenedInBothLanguages(int status)
    {
        string[] titles = [.. new[] { Language.French, Language.English }.Select(language =>
        {
            IHtmlDocument page = PageRules.Parse(ProblemPage.Render(SampleFirm.Procedure.Firm, status, null, null, language, "trace-1"));
            PageRules.Check(page);
            Assert.Contains("trace-1", page.Body!.TextContent, StringComparison.Ordinal);
            return page.QuerySelector("h1")!.TextContent;
        })];
        Assert.NotEqual(titles[0], titles[1]);
    }

    [Fact]
    public void ExpiredLink_ByAForm_AsksForANewOne()
    {
        IElement form = PageRules.Parse(SamplePages.All["expired-fr"]).QuerySelector("form")!;
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Null(form.GetAttribute("action"));
        Assert.Equal("renew", form.QuerySelector("[name=action]")!.GetAttribute("value"));
    }

    [Fact]
    public void Assets_ByName_AreServedOrNot()
    {
        Assert.StartsWith("text/css", Assets.TryGet("style.css")!.Value.ContentType, StringComparison.Ordinal);
        Assert.Null(Assets.TryGet("../style.css"));
        Assert.Null(Assets.TryGet(null));
        Assert.DoesNotContain("url(", System.Text.Encoding.UTF8.GetString(Assets.TryGet("style.css")!.Value.Content), StringComparison.Ordinal);
    }
}
