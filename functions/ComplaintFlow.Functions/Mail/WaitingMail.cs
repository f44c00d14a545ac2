using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager, once a day: what was set aside and waits for somebody to look at it.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Items">Oldest first; never empty.</param>
/// <param name="DeskLink">Absolute: where they can be opened.</param>
public sealed record WaitingMail(ProcedureVersion Procedure, IReadOnlyList<WaitingItem> Items, string DeskLink)
{
    public MailContent Compose()
    {
        bool one = Items.Count == 1;
        string count = one ? "un envoi à examiner" : $"{Items.Count} envois à examiner";
        MailDraft draft = new(Language.French, $"Réclamations : {count}");
        draft.Say("Bonjour,").Say(one
            ? "Un envoi mis de côté attend depuis au moins deux jours ouvrables. C’est peut-être une réclamation, et son délai court."
            : $"{Items.Count} envois mis de côté attendent depuis au moins deux jours ouvrables. Ce sont peut-être des réclamations, et leur délai court.");
        foreach (WaitingItem item in Items)
        {
            draft.Facts(
                draft.Row(item.IsForm ? "Formulaire reçu le" : "E-mail reçu le", null, CivilDateText.Long(item.ArrivedOn, Language.French)),
                draft.Typed("De", null, item.From),
                draft.Typed("Objet", null, item.Subject),
                draft.Row("Accusé de réception au plus tard le", null, CivilDateText.Long(item.AcknowledgeBy, Language.French)));
        }

        return draft.Link(DeskLink, "Ouvrir le bureau").Done();
    }
}
