using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The forms of the acts of the contract's table, by chapter; one file per chapter. In French.</summary>
internal static partial class StaffForms
{
    /// <summary>The forms of the acts that the person may do now.</summary>
    public static IEnumerable<ActForm> All(StaffPageModel model) =>
        Chapters(model).SelectMany(chapter => chapter.Forms).Where(form => model.AllowedActions.Contains(form.Action));

    /// <summary>All but the likely next step, folded.</summary>
    public static Html Others(StaffPageModel model)
    {
        IReadOnlyList<string> next = StaffNext.Actions(model);
        (string Title, ActForm[] Forms)[] rest =
        [
            .. Chapters(model)
                .Select(chapter => (chapter.Title, Forms: chapter.Forms.Where(form => model.AllowedActions.Contains(form.Action) && !next.Contains(form.Action)).ToArray()))
                .Where(chapter => chapter.Forms.Length > 0),
        ];
        return Html.When(rest.Length > 0, () => Html.Of($"""
            <section aria-labelledby="acts"><h2 id="acts">Autres actions</h2>
            {Html.Each(rest, chapter => Html.Of($"""
            <h3>{chapter.Title}</h3>
            {Html.Each(chapter.Forms, form => form.Render(Language.French, model.Rejected, open: false))}
            """))}</section>
            """));
    }

    private static IEnumerable<(string Title, IReadOnlyList<ActForm> Forms)> Chapters(StaffPageModel model) =>
    [
        ("Réponse", Answer(model)),
        ("Suivi et échanges", Follow(model)),
        ("Niveaux suivants", Road(model)),
        ("Dossier", File(model)),
        ("Clôture", Ends(model)),
    ];

    /// <summary>An act with nothing but its reason.</summary>
    private static ActForm WithReason(string action, string title, string submit, string intro) => new(
        action,
        title,
        submit,
        fields => fields.Area(new("reason", "Raison") { Required = true, Rows = 3, MaxLength = 5_000 }))
    {
        Intro = Html.Of($"<p>{LanguageWords.Fr(intro)}</p>"),
        Weighty = true,
    };

    private static Html Intro(string text) => Html.Of($"<p>{LanguageWords.Fr(text)}</p>");
}
