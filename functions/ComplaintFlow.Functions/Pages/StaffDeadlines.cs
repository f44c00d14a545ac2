using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Every date of a complaint, kept, due or passed, with the days that are left.</summary>
internal static class StaffDeadlines
{
    public static Html Render(StaffPageModel model) => Html.Of($"""
        <section class="panel" aria-labelledby="deadlines"><h2 id="deadlines">Échéances</h2>
        <dl class="facts deadlines">{Html.Each(Rows(model.Complaint, model.Today), row => Html.Of($"""
        <div class="{row.State}"><dt>{row.Title}</dt><dd>{row.Text}</dd></div>
        """))}</dl></section>
        """);

    private static IEnumerable<Row> Rows(Complaint complaint, DateOnly today)
    {
        yield return new("Reçue", PageDates.ShortDay(complaint.ReceivedOn, Language.French), "");
        yield return complaint switch
        {
            { AcknowledgedOn: { } on } => new("Accusé de réception", Html.Of($"fait le {PageDates.ShortDay(on, Language.French)}{Proof(complaint, today)}"), "kept"),
            { Answers.Count: > 0 } or { IsOpen: false } => new("Accusé de réception", Html.Text("plus attendu"), "kept"),
            _ => Due("Accusé de réception", complaint.Dates.AcknowledgeBy, today),
        };
        yield return Answer("Réponse de niveau 1", complaint, 1, complaint.RespondByExtended, today);
        if (complaint.ExtendedTo is not null)
        {
            yield return new("Avant prolongation", PageDates.ShortDay(complaint.Dates.RespondBy, Language.French), "");
        }

        if (complaint.Dates.RespondByIf642 != complaint.Dates.RespondBy)
        {
            yield return new("Selon l’art. 642, pour information", PageDates.ShortDay(complaint.Dates.RespondByIf642, Language.French), "");
        }

        if (complaint.Level2By is { } level2By)
        {
            yield return Answer("Réponse de niveau 2", complaint, 2, level2By, today);
        }

        yield return Mediator(complaint, today);
    }

    private static Row Answer(string title, Complaint complaint, int level, DateOnly due, DateOnly today) =>
        complaint.Answers.FirstOrDefault(given => given.Level == level) is { } answer ? new(title, Html.Of($"envoyée le {PageDates.ShortDay(answer.On, Language.French)}"), "kept")
        : complaint.IsOpen && complaint.Level == level ? Due(title, due, today)
        : new(title, Html.Text("sans réponse à ce niveau"), "");

    private static Row Mediator(Complaint complaint, DateOnly today)
    {
        Html from = PageDates.ShortDay(complaint.Dates.MediatorFrom, Language.French);
        Html until = complaint.Dates.MediatorUntil is { } last ? Html.Of($" au {PageDates.ShortDay(last, Language.French)}") : Html.Of($", sans fin tant que rien n’est écrit");
        MediatorOpening? opening = complaint.OpeningOn(today);
        return new("Médiateur", Html.Of($"faute de réponse, du {from}{until}{Html.When(opening is not null, () => Html.Of($"""<br><strong>Ouvert depuis le {PageDates.ShortDay(opening!.Since, Language.French)}</strong>"""))}{Html.When(complaint.CourtActionOn is not null, Html.Of($"<br><strong>Fermé par l’action judiciaire</strong>"))}"), "");
    }

    /// <summary>Whether the mail that acknowledged it is known to have arrived.</summary>
    private static Html Proof(Complaint complaint, DateOnly today) => complaint switch
    {
        { AcknowledgedByMail: null } => Html.Empty,
        { AcknowledgementReturned: true } => Html.Text(", revenu sans avoir été remis"),
        { AcknowledgementProvenAt: { } at } when DateOnly.FromDateTime(at.DateTime) <= today => Html.Text(", remise confirmée"),
        _ => Html.Text(", remise pas encore confirmée"),
    };

    private static Row Due(string title, DateOnly due, DateOnly today) => new(
        title,
        Html.Of($"{PageDates.ShortDay(due, Language.French)} <strong class=\"left\">{PageDates.DaysLeft(due, today)}</strong>"),
        due < today ? "late" : due.DayNumber - today.DayNumber <= 3 ? "soon" : "due");

    private sealed record Row(string Title, Html Text, string State);
}
