using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Following the file, keeping it right, ending it.</summary>
internal static partial class StaffForms
{
    private static IReadOnlyList<ActForm> Follow(StaffPageModel model) =>
    [
        new("message", "Écrire au client", "Envoyer le message", fields => fields.Area(new("text", "Message") { Required = true, Rows = 6, MaxLength = 20_000 })),
        new("note", "Ajouter une note interne", "Ajouter la note", fields => fields.Area(new("text", "Note") { Required = true, Rows = 4, MaxLength = 20_000, Hint = "Le client ne la voit pas." })),
        new("assign", "Confier à quelqu’un d’autre", "Confier", fields => Html.Of($"""
            {fields.Select(new("to", "À") { Required = true }, [("", "Choisir…"), .. model.Directory.Staff.Where(member => !string.Equals(member.Email, model.Complaint.Handler, StringComparison.OrdinalIgnoreCase)).Select(member => (member.Email, $"{member.Name} ({string.Join(", ", member.Roles.Select(role => Words.Of(role).Fr))})"))])}
            {fields.Area(new("reason", "Raison") { Rows = 2, MaxLength = 5_000 })}
            """)),
        new("transfer", "Transmettre à l’assureur ou à un partenaire", "Transmettre", fields => Html.Of($"""
            {fields.Input(new("to", "À qui") { Required = true, MaxLength = 200 })}
            {fields.Date(new("on", "Date") { Required = true, Value = PageDates.Wire(model.Today) })}
            {fields.Area(new("reason", "Raison") { Required = true, Rows = 3, MaxLength = 5_000 })}
            """)) { Intro = Intro("Le client en est informé ; les délais continuent de courir.") },
    ];

    private static IReadOnlyList<ActForm> File(StaffPageModel model) =>
    [
        Correct(model),
        new("classify", "Classer la réclamation", "Classer", fields => Html.Of($"""
            {fields.Input(new("product", "Produit") { Value = model.Complaint.Product, MaxLength = 200 })}
            {fields.Input(new("reason", "Motif") { Required = true, Value = model.Complaint.Classification?.Reason, MaxLength = 200 })}
            {fields.Input(new("rootCause", "Cause première") { Value = model.Complaint.Classification?.RootCause, MaxLength = 500 })}
            {fields.Input(new("redress", "Réparation") { Value = model.Complaint.Classification?.Redress, MaxLength = 500 })}
            """)) { Intro = Intro("Ces mots vont au registre et y restent : n’y nommez personne.") },
        new("change-procedure", "Changer de procédure", "Changer de procédure", fields => Html.Of($"""
            {fields.Select(new("procedure", "Procédure") { Required = true, Value = model.Complaint.Terms.Regime }, model.Procedure.Regimes.Select(regime => (regime.Name, regime.Title.Fr)))}
            {fields.Area(new("reason", "Raison") { Required = true, Rows = 3, MaxLength = 5_000 })}
            """)) { Intro = Intro("Les dates sont calculées de nouveau, à partir du même jour.") },
        WithReason("hold", "Bloquer l’effacement", "Bloquer l’effacement", "Le dossier est conservé tant que le blocage dure (litige, médiation)."),
        WithReason("release", "Débloquer l’effacement", "Débloquer l’effacement", "Le dossier sera effacé à la fin de sa durée de conservation."),
    ];

    private static ActForm Correct(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        Complainant? person = model.Dossier.Complainant;
        return new("correct", "Corriger les informations", "Corriger", fields => Html.Of($"""
            {fields.Input(new("name", "Nom") { Required = true, Value = person?.Name, MaxLength = 200 })}
            {fields.Input(new("email", "E-mail") { Type = "email", Value = person?.Email, MaxLength = 254 })}
            {fields.Input(new("phone", "Téléphone") { Type = "tel", Value = person?.Phone, MaxLength = 40 })}
            {fields.Area(new("postalAddress", "Adresse postale") { Value = person?.PostalAddress, Rows = 3, MaxLength = 500 })}
            {fields.Input(new("contract", "Contrat") { Value = model.Dossier.Contract, MaxLength = 200 })}
            {fields.Input(new("product", "Produit") { Value = complaint.Product, MaxLength = 200 })}
            {fields.Date(new("sentOn", "Envoyée le") { Required = true, Value = PageDates.Wire(complaint.SentOn) })}
            {fields.Date(new("receivedOn", "Reçue le") { Required = true, Value = PageDates.Wire(complaint.ReceivedOn) })}
            {fields.Date(new("writtenOn", "Écrite le") { Value = complaint.WrittenOn is { } written ? PageDates.Wire(written) : null, Hint = LanguageWords.Fr("Pour une réclamation orale, le jour où elle a été mise par écrit.") })}
            """)) { Intro = Intro("Un changement de date recalcule les échéances.") };
    }

    private static IReadOnlyList<ActForm> Ends(StaffPageModel model) =>
    [
        new("close", "Clore", "Clore la réclamation", fields => fields.Input(new("reason", "Raison") { Required = true, MaxLength = 5_000, Hint = LanguageWords.Fr($"Écrivez {WireName.Of(Closure.NoFollowUp)} si le client n’a pas donné suite ; sinon, la réclamation est close comme satisfaite.") })) { Weighty = true },
        WithReason("withdraw", "Enregistrer le retrait par le client", "Enregistrer le retrait", "La réclamation est close à la demande du client."),
        WithReason("requalify", "Requalifier", "Requalifier", "Ce n’est pas une réclamation mais une demande : elle est close ici et traitée par ailleurs."),
        new("merge", "Joindre à une autre réclamation", "Joindre", fields => fields.Input(new("into", "Référence de l’autre réclamation") { Required = true, Autocomplete = "off", MaxLength = 40 })) { Weighty = true, Intro = Intro("Celle-ci est close et se poursuit dans l’autre.") },
        WithReason("reopen", "Rouvrir", "Rouvrir la réclamation", "La réclamation reprend là où elle en était."),
    ];
}
