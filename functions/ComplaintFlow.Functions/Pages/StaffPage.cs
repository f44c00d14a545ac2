using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The whole file for a staff member, <c>/s/{token}</c> and <c>/staff/complaints/{reference}</c>: the likely next step first. In French.</summary>
public static class StaffPage
{
    public static Html Render(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        return Layout.Page($"Réclamation {model.Reference}", Language.French, model.Procedure.Firm, staff: true, body: Html.Of($"""
            {model.Flash?.Render(Language.French) ?? Html.Empty}
            <p class="kicker">Réclamation <strong class="reference">{model.Reference}</strong></p>
            <h1>{(string.IsNullOrWhiteSpace(model.Dossier.Subject) ? Html.Text("Sans objet") : Typed.Inline(model.Dossier.Subject))}</h1>
            <p class="tags"><span class="tag {WireName.Of(complaint.Status)}">{Words.Of(complaint.Status).Fr}</span><span class="tag">Niveau {complaint.Level}</span>{Tags(complaint)}{Next(model)}</p>
            <div class="columns"><div>
            {StaffNext.Render(model)}
            {StaffFile.Words(model)}
            {StaffFile.Drafts(model)}
            {StaffForms.Others(model)}
            </div><div>
            {StaffDeadlines.Render(model)}
            {StaffFile.Persons(model)}
            {StaffFile.Facts(model)}
            {StaffFile.Attachments(model)}
            </div></div>
            {JournalTable.Render(model)}
            {EffectTable.Render(model)}
            """));
    }

    /// <summary>The earliest promise still owed, in sight on a telephone too.</summary>
    private static Html Next(StaffPageModel model) => NextDeadline.Of(model.Complaint) is { } next
        ? Html.Of($"""<span class="due {(next.Date < model.Today ? "late" : "")}">{Words.Of(next.Kind).Fr} <strong class="left">{PageDates.DaysLeft(next.Date, model.Today)}</strong></span>""")
        : Html.Empty;

    private static Html Tags(Complaint complaint) => Html.Of($"""
        {Html.When(complaint.OnHold, Html.Of($"<span class=\"tag\">Conservation bloquée</span>"))}{Html.When(
        complaint.CourtActionOn is not null, Html.Of($"<span class=\"tag warn\">Action judiciaire</span>"))}{Html.When(
        complaint.Closure is not null, () => Html.Of($"<span class=\"tag\">{LanguageWords.Fr(Words.ClosureForStaff(complaint.Closure!.Value))}</span>"))}
        """);
}
