using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;
using ComplaintFlow.Functions.Pages;
using CsCheck;

namespace ComplaintFlow.Pages.Tests;

public sealed class HostileInputTests
{
    private static readonly string[] ClientFields =
        ["name", "email", "phone", "postalAddress", "clientNumber", "subject", "description", "contract", "product", "representativeName", "representativeEmail", "representativeCapacity"];

    private static readonly Gen<string> Text = Gen.OneOf("<", ">", "&", "\"", "'", "`", "=", "/", "script", "--", "]]>", "é", "🙂", " ", "\n", "{0}", "&amp", "a").Array[1, 12].Select(parts => "a" + string.Concat(parts));

    [Fact]
    public void Form_WithHostileValues_KeepsThemAsTyped()
    {
        string[] typed = [.. ClientFields];
        IHtmlDocument page = Parse(ComplaintFormPage.Render(new(
            SampleFirm.Procedure,
            Language.French,
            typed.ToDictionary(field => field, Hostile.Line),
            typed.ToDictionary(field => field, field => (IReadOnlyList<string>)[Hostile.Line("error-" + field)]),
            Hostile.Line("key"))));
        Assert.All(typed, field =>
        {
            IElement control = page.GetElementById(field)!;
            Assert.Equal(Hostile.Line(field), control is IHtmlTextAreaElement area ? area.DefaultValue : control.GetAttribute("value"));
            AssertShows(page, Hostile.Line("error-" + field));
        });
        Assert.Equal(Hostile.Line("key"), page.QuerySelector("input[name=idempotencyKey]")!.GetAttribute("value"));
    }

    [Fact]
    public void TextArea_WhoseTextStartsWithALineBreak_KeepsIt()
    {
        IHtmlDocument page = Parse(ComplaintFormPage.Render(new(
            SampleFirm.Procedure, Language.English, new Dictionary<string, string> { ["description"] = Hostile.Of("x") }, new Dictionary<string, IReadOnlyList<string>>(), "k")));
        Assert.Equal(Hostile.Read(Hostile.Of("x")), ((IHtmlTextAreaElement)page.GetElementById("description")!).TextContent);
    }

    [Fact]
    public void ClientPage_WithHostileWords_ShowsThemAsTyped()
    {
        IHtmlDocument page = Parse(ClientPage.Render(SamplePages.ClientModel(File(), Language.French, SamplePages.ClientActions) with
        {
            Rejected = new("message", new Dictionary<string, string> { ["text"] = Hostile.Of("typed") }, new Dictionary<string, IReadOnlyList<string>> { ["text"] = [Hostile.Line("error")] }),
        }));
        Assert.All(new[] { "subject", "description", "answer", "message", "staff-message", "extension", "escalation", "file", "case", "to" }, words => AssertShows(page, Hostile.Of(words)));
        Assert.Equal(Hostile.Read(Hostile.Of("typed")), page.GetElementById("message-text")!.TextContent);
    }

    [Fact]
    public void StaffPage_WithHostileWords_ShowsThemAsTyped()
    {
        IHtmlDocument page = Parse(StaffPage.Render(SamplePages.StaffModel(File(), SampleFirm.Manager, SamplePages.StaffActions) with
        {
            Effects = [new(Hostile.Of("id"), Hostile.Of("kind"), Hostile.Of("recipient"), "failed", null, 2, Hostile.Of("failure"))],
        }));
        string[] shown = [.. ClientFields, "answer", "note", "message", "staff-message", "extension", "escalation", "file", "case", "to", "reason", "cause", "kind", "recipient", "failure"];
        Assert.All(shown, words => AssertShows(page, Hostile.Of(words)));
        Assert.Equal(Hostile.Read(Hostile.Of("id")), page.QuerySelector("input[name=effect]")!.GetAttribute("value"));
        Assert.Equal($"?attachment={Uri.EscapeDataString("\"><script>")}", page.QuerySelector(".files a")!.GetAttribute("href"));
    }

    [Fact]
    public void Letter_WithHostileWords_ShowsThemAsTyped()
    {
        CaseFile file = File();
        IHtmlDocument page = Parse(LetterPage.Render(new()
        {
            Kind = LetterKind.Answer,
            Reference = CaseFile.Reference,
            Complaint = file.Complaint,
            Dossier = file.Dossier,
            Procedure = SampleFirm.Procedure,
            Date = SamplePages.Today,
            SignedBy = Hostile.Of("signature"),
            Answer = new(Hostile.Of("answer"), null, null),
        }));
        Assert.All(new[] { "name", "postalAddress", "representativeName", "subject", "answer", "signature" }, words => AssertShows(page, Hostile.Of(words)));
    }

    [Fact]
    public void Desk_WithHostileWords_ShowsThemAsTyped()
    {
        IHtmlDocument page = Parse(DeskPage.Render(SamplePages.Desk(SampleFirm.Manager) with
        {
            Complaints = [new("R26-AAAA-BBBB", Hostile.Of("subject"), Hostile.Of("client"), File().Complaint)],
            SetAside = [new(Hostile.Of("id"), new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), SamplePages.Today, Hostile.Of("from"), Hostile.Of("title"), Hostile.Of("excerpt"), Hostile.Of("why"))],
        }));
        Assert.All(new[] { "subject", "client", "from", "title", "excerpt", "why" }, words => AssertShows(page, Hostile.Of(words)));
        Assert.All(page.QuerySelectorAll("input[name=id]"), id => Assert.Equal(Hostile.Read(Hostile.Of("id")), id.GetAttribute("value")));
    }

    [Fact]
    public void Others_WithHostileWords_ShowThemAsTyped()
    {
        Firm firm = SampleFirm.Procedure.Firm;
        IHtmlDocument problem = Parse(ProblemPage.Render(firm, 409, Hostile.Of("title"), Hostile.Of("detail"), Language.French, Hostile.Of("trace")));
        Assert.All(new[] { "title", "detail", "trace" }, words => AssertShows(problem, Hostile.Of(words)));
        IHtmlDocument signIn = Parse(SignInPage.Render(firm, Hostile.Line("email"), Hostile.Line("error")));
        Assert.Equal(Hostile.Line("email"), signIn.GetElementById("email")!.GetAttribute("value"));
        IHtmlDocument deadlines = Parse(DeadlinesPage.Render(new(
            SampleFirm.Procedure, Language.French, new Dictionary<string, string> { ["received"] = Hostile.Line("received"), ["zone"] = Hostile.Line("zone") }, new Dictionary<string, IReadOnlyList<string>>())));
        Assert.Equal(Hostile.Line("received"), deadlines.GetElementById("received")!.GetAttribute("value"));
    }

    [Fact]
    public void AnyWords_TypedAnywhere_NeverChangeTheElements() => Text.Sample(
        text =>
        {
            CaseFile typed = CaseFile.Received(_ => text).Acknowledged().Answered(text).Add(Actor.Client, new MessageReceived(), text);
            CaseFile plain = CaseFile.Received(_ => "x").Acknowledged().Answered("x").Add(Actor.Client, new MessageReceived(), "x");
            Assert.Equal(Elements(ClientOf(plain)), Elements(ClientOf(typed)));
            Assert.Equal(Elements(StaffOf(plain)), Elements(StaffOf(typed)));
        },
        iter: 100);

    private static Html ClientOf(CaseFile file) => ClientPage.Render(SamplePages.ClientModel(file, Language.French, SamplePages.ClientActions));

    private static Html StaffOf(CaseFile file) => StaffPage.Render(SamplePages.StaffModel(file, SampleFirm.Manager, SamplePages.StaffActions));

    private static string Elements(Html page) => string.Join(' ', PageRules.Parse(page).All.Select(element => element.LocalName));

    private static CaseFile File() => CaseFile.Received(Hostile.Of).Acknowledged()
        .Add(Actor.Client, new AttachmentAdded("\"><script>", "application/pdf", 12, "ab"), new PrivatePart { FileName = Hostile.Of("file") })
        .Add(CaseFile.Handler, new NoteAdded(), Hostile.Of("note"))
        .Add(CaseFile.Handler, new MessageSent(), Hostile.Of("staff-message"))
        .Add(Actor.Client, new MessageReceived(), Hostile.Of("message"))
        .Add(CaseFile.Handler, new Extended(new DateOnly(2026, 6, 1)), Hostile.Of("extension"))
        .Add(CaseFile.Manager, new Classified(Hostile.Of("product"), Hostile.Of("reason"), Hostile.Of("cause"), null))
        .Add(CaseFile.Handler, new Transferred(new DateOnly(2026, 3, 9)), new PrivatePart { To = Hostile.Of("to"), Text = "Gestion déléguée" })
        .Answered(Hostile.Of("answer"))
        .Add(Actor.Client, new Escalated(SampleFirm.Manager.Email, new DateOnly(2026, 3, 25), new DateOnly(2026, 5, 25)), Hostile.Of("escalation"))
        .Add(Actor.Client, new Referred(new DateOnly(2026, 6, 25)), new PrivatePart { MediatorReference = Hostile.Of("case") });

    private static IHtmlDocument Parse(Html page)
    {
        IHtmlDocument parsed = PageRules.Parse(page);
        PageRules.Check(parsed);
        return parsed;
    }

    private static void AssertShows(IHtmlDocument page, string typed) =>
        Assert.True(page.Body!.TextContent.Contains(Hostile.Read(typed), StringComparison.Ordinal), typed);
}
