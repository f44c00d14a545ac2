using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

/// <summary>The forms of the staff page against the contract's table of acts.</summary>
public sealed class StaffFormsTests
{
    private static readonly Dictionary<string, string[]> Contract = new()
    {
        ["assign"] = ["to", "reason"],
        ["acknowledge"] = ["by", "on"],
        ["draft"] = ["text", "channel"],
        ["submit"] = [],
        ["approve"] = ["comment"],
        ["return"] = ["comment"],
        ["record-sent"] = ["on"],
        ["extend"] = ["reason", "until"],
        ["record-call"] = ["summary", "satisfied"],
        ["note"] = ["text"],
        ["message"] = ["text"],
        ["escalate"] = ["reason"],
        ["refer"] = ["on", "reference"],
        ["mediator-outcome"] = ["outcome", "on"],
        ["court-action"] = ["on"],
        ["transfer"] = ["to", "on", "reason"],
        ["correct"] = ["name", "email", "phone", "postalAddress", "contract", "product", "sentOn", "receivedOn", "writtenOn"],
        ["resend"] = ["effect"],
        ["classify"] = ["product", "reason", "rootCause", "redress"],
        ["merge"] = ["into"],
        ["change-procedure"] = ["procedure", "reason"],
        ["hold"] = ["reason"],
        ["release"] = ["reason"],
        ["requalify"] = ["reason"],
        ["withdraw"] = ["reason"],
        ["close"] = ["reason"],
        ["reopen"] = ["reason"],
    };

    public static TheoryData<string> Actions { get; } = [.. Contract.Keys];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Act_Allowed_HasAFormWithTheFieldsOfTheContract(string action)
    {
        StaffPageModel model = SamplePages.StaffModel(CaseFile.Received().Acknowledged().Submitted(), SampleFirm.Manager, [.. Contract.Keys]) with { Draft = null };
        IElement form = Assert.Single(Forms(model, action));
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal(Contract[action].Order(), Names(form));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Act_NotAllowed_HasNoForm(string action) => Assert.Empty(Forms(
        SamplePages.StaffModel(CaseFile.Received().Acknowledged().Submitted(), SampleFirm.Manager, [.. Contract.Keys.Where(other => other != action)]), action));

    [Theory]
    [InlineData("approve")]
    [InlineData("return")]
    public void Approval_OfADraft_NamesItsNumber(string action)
    {
        IElement form = Assert.Single(Forms(SamplePages.StaffModel(CaseFile.Received().Submitted().Submitted(), SampleFirm.Manager, action), action));
        Assert.Equal("2", form.QuerySelector("input[type=hidden][name=draft]")!.GetAttribute("value"));
    }

    [Fact]
    public void Approver_OfASubmittedAnswer_SeesItWholeAndFirst()
    {
        IHtmlDocument page = Page(SamplePages.StaffModel(CaseFile.Received().Submitted("Nous vous indemnisons."), SampleFirm.Manager, "note", "approve", "return"));
        IElement next = page.QuerySelector(".next")!;
        Assert.Contains("Nous vous indemnisons.", next.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleFirm.Procedure.Firm.ComplaintsEmailAlias, next.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleFirm.Procedure.Mediator.PostalAddress, next.TextContent, StringComparison.Ordinal);
        Assert.Equal(["approve", "return"], next.QuerySelectorAll("details[open] input[name=action]").Select(input => input.GetAttribute("value")));
        Assert.False(page.QuerySelector("#act-note")!.HasAttribute("open"));
    }

    [Fact]
    public void Handler_OfAFreshComplaint_IsOfferedTheDraftFirst()
    {
        IHtmlDocument page = Page(SamplePages.StaffModel(CaseFile.Received(), SampleFirm.Handler, "note", "draft", "extend"));
        Assert.Equal(["draft"], page.QuerySelectorAll(".next input[name=action]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void RefusedForm_ShownAgain_IsOpenWithWhatWasTyped()
    {
        IHtmlDocument page = Page(SamplePages.StaffModel(CaseFile.Received(), SampleFirm.Handler, "extend", "note") with { Rejected = SamplePages.Rejected("extend", "until") });
        IElement act = page.QuerySelector("#act-extend")!;
        Assert.True(act.HasAttribute("open"));
        Assert.Equal("2027-01-01", act.QuerySelector("[name=until]")!.GetAttribute("value"));
        Assert.Equal("Expertise en cours", act.QuerySelector("[name=reason]")!.TextContent);
        Assert.Equal("true", act.QuerySelector("[name=until]")!.GetAttribute("aria-invalid"));
        Assert.NotNull(act.QuerySelector(".errors a[href='#extend-until']"));
        Assert.Contains("Autre chose.", act.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Correct_OfAComplaint_StartsFromWhatIsKnown()
    {
        IElement form = Assert.Single(Forms(SamplePages.StaffModel(CaseFile.Received(), SampleFirm.Handler, "correct"), "correct"));
        Assert.Equal("Jeanne Le Goff", form.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal("3 place du Marché\n29000 Quimper", form.QuerySelector("[name=postalAddress]")!.TextContent);
        Assert.Equal("2026-03-02", form.QuerySelector("[name=receivedOn]")!.GetAttribute("value"));
    }

    [Fact]
    public void Resend_OfMails_IsOfferedForFailedOnesOnly()
    {
        StaffPageModel model = SamplePages.StaffModel(CaseFile.Received(), SampleFirm.Handler, "resend");
        Assert.Equal("77aa", Assert.Single(Forms(model, "resend")).QuerySelector("[name=effect]")!.GetAttribute("value"));
    }

    private static IHtmlDocument Page(StaffPageModel model) => PageRules.Parse(StaffPage.Render(model));

    private static IEnumerable<IElement> Forms(StaffPageModel model, string action) =>
        Page(model).QuerySelectorAll("form").Where(form => form.QuerySelector("input[name=action]")?.GetAttribute("value") == action);

    private static IEnumerable<string> Names(IElement form) => form.QuerySelectorAll("[name]").Select(control => control.GetAttribute("name")!).Where(name => name != "action").Distinct().Order();
}
