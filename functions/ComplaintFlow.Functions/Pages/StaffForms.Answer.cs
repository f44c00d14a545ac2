using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Acknowledging and answering.</summary>
internal static partial class StaffForms
{
    private static IReadOnlyList<ActForm> Answer(StaffPageModel model) =>
    [
        Acknowledge(model),
        Draft(model),
        new("submit", "Soumettre le projet", "Soumettre le projet", ActForm.NoFields) { Intro = Intro("Le projet part pour approbation ; si la procédure n’en demande pas, il part chez le client.") },
        new("approve", "Approuver la réponse", "Approuver", fields => Html.Of($"{DraftNumber(model)}{fields.Area(new("comment", "Commentaire interne") { Rows = 2, MaxLength = 5_000 })}")),
        new("return", "Retourner à l’auteur", "Retourner à l’auteur", fields => Html.Of($"{DraftNumber(model)}{fields.Area(new("comment", "Ce qu’il faut revoir") { Required = true, Rows = 3, MaxLength = 5_000 })}")) { Weighty = true },
        new("record-sent", "Enregistrer l’envoi de la lettre", "Enregistrer l’envoi", fields => fields.Date(new("on", "Date d’envoi") { Required = true, Value = PageDates.Wire(model.Today) })),
        new("record-call", "Enregistrer une réponse par téléphone", "Enregistrer l’appel", fields => Html.Of($"""
            {fields.Area(new("summary", "Ce qui a été dit") { Required = true, Rows = 6, MaxLength = 20_000, Hint = LanguageWords.Fr("Sert de texte à la confirmation écrite.") })}
            {fields.Check(new("satisfied", "Le client se dit satisfait"))}
            """)),
        new("extend", "Prolonger le délai de réponse", "Prolonger le délai", fields => Html.Of($"""
            {fields.Date(new("until", "Nouvelle date") { Required = true })}
            {fields.Area(new("reason", "Raison") { Required = true, Rows = 4, MaxLength = 5_000, Hint = "Le client la lira." })}
            """)),
    ];

    private static ActForm Acknowledge(StaffPageModel model) => new("acknowledge", "Accuser réception", "Accuser réception", fields => Html.Of($"""
        {fields.Select(new("by", "Par") { Required = true, Value = WireName.Of(model.Complaint.ClientHasEmail ? AnswerChannel.Email : AnswerChannel.Letter) }, Channels(Enum.GetValues<AnswerChannel>()))}
        {fields.Date(new("on", "Date") { Hint = LanguageWords.Fr("Pour une lettre encore à imprimer, laissez vide : elle sera préparée.") })}
        """));

    /// <summary>Starts from the current draft, unless it has left; offers the channels that can be used.</summary>
    private static ActForm Draft(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        DraftAnswer? current = complaint.Draft?.State == DraftState.Released ? null : complaint.Draft;
        AnswerChannel usual = current?.Channel ?? (complaint.ClientHasEmail ? AnswerChannel.Email : AnswerChannel.Letter);
        AnswerChannel[] channels =
        [
            .. complaint.ClientHasEmail ? [AnswerChannel.Email] : Array.Empty<AnswerChannel>(),
            AnswerChannel.Letter,
            .. complaint.Level < 2 ? [AnswerChannel.Phone] : Array.Empty<AnswerChannel>(),
        ];
        return new("draft", current is null ? "Rédiger la réponse" : "Modifier le projet de réponse", "Enregistrer le projet", fields => Html.Of($"""
            {fields.Area(new("text", "Réponse au client") { Required = true, Rows = 12, MaxLength = 50_000, Value = current is null ? null : model.Dossier.DraftTexts.GetValueOrDefault(current.Number), Hint = LanguageWords.Fr("Les voies de recours (niveau 2, médiateur) sont ajoutées automatiquement à la fin.") })}
            {fields.Select(new("channel", "Envoi par") { Required = true, Value = WireName.Of(usual) }, Channels(channels))}
            """));
    }

    private static Html DraftNumber(StaffPageModel model) =>
        Html.When(model.Draft is not null, () => FormFields.Hidden("draft", $"{model.Draft}"));

    private static IEnumerable<(string Value, string Text)> Channels(IEnumerable<AnswerChannel> channels) =>
        channels.Select(channel => (WireName.Of(channel), Words.Of(channel).Fr));
}
