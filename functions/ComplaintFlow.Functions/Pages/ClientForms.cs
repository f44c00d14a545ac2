using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What the client can do now, each act in a form of its own; what the state does not allow is not drawn.</summary>
internal static class ClientForms
{
    public static Html Render(ClientPageModel model)
    {
        Language language = model.Language;
        ActForm[] forms = [.. InOrder(model).Where(form => model.AllowedActions.Contains(form.Action))];
        return Html.When(forms.Length > 0, () => Html.Of($"""
            <section aria-labelledby="do"><h2 id="do">{language.Say("Que souhaitez-vous faire ?", "What would you like to do?")}</h2>
            {Html.Each(forms.Index(), form => form.Item.Render(language, model.Rejected, open: form.Index == 0 && model.Rejected is null))}
            </section>
            """));
    }

    /// <summary>After an answer, the way to the next level comes first.</summary>
    private static IEnumerable<ActForm> InOrder(ClientPageModel model)
    {
        ActForm[] further = [Escalate(model.Language), Refer(model)];
        ActForm[] usual = [Message(model.Language), Attachment(model.Language)];
        ActForm[] last = [CourtAction(model), Withdraw(model.Language)];
        return model.Complaint.Status == Status.Answered ? [.. further, .. usual, .. last] : [.. usual, .. further, .. last];
    }

    private static ActForm Message(Language language) => new(
        "message",
        language.Say("Nous écrire", "Write to us"),
        language.Say("Envoyer le message", "Send the message"),
        fields => fields.Area(new("text", language.Say("Votre message", "Your message")) { Required = true, Rows = 6, MaxLength = 20_000 }));

    private static ActForm Attachment(Language language) => new(
        "attachment",
        language.Say("Ajouter un document", "Add a document"),
        language.Say("Envoyer le document", "Send the document"),
        fields => fields.File(new("file", language.Say("Document", "Document")) { Required = true, Hint = language.Say("10 Mo au plus.", "10 MB at most.") }, multiple: false))
    {
        Files = true,
    };

    private static ActForm Escalate(Language language) => new(
        "escalate",
        language.Say("Demander un nouvel examen (niveau 2)", "Ask for a second review (level 2)"),
        language.Say("Demander un nouvel examen", "Ask for a second review"),
        fields => fields.Area(new("reason", language.Say("Ce qui ne vous satisfait pas", "What does not satisfy you")) { Rows = 6, MaxLength = 20_000 }))
    {
        Intro = Html.Of($"<p>{language.Say("Le responsable du traitement des réclamations, qui n’est pas la personne du niveau 1, étudiera de nouveau votre dossier et vous répondra par écrit.", "The complaints manager, who is not the person of level 1, will study your case again and answer you in writing.")}</p>"),
    };

    private static ActForm Refer(ClientPageModel model)
    {
        Language language = model.Language;
        return new(
            "refer",
            language.Say("Dire que j’ai saisi le médiateur (niveau 3)", "Say that I have turned to the mediator (level 3)"),
            language.Say("Nous en informer", "Let us know"),
            fields => Html.Of($"""
                {fields.Date(new("on", language.Say("Date de votre demande au médiateur", "Date of your request to the mediator")) { Required = true, Value = PageDates.Wire(model.Today) })}
                {fields.Input(new("reference", language.Say("Numéro de dossier chez le médiateur", "The mediator’s case number")) { MaxLength = 100 })}
                """))
        {
            Intro = Html.Of($"""
                <p>{language.Say("Écrivez d’abord au médiateur : c’est gratuit. Dites-le-nous ensuite ici, pour que nous préparions votre dossier.", "Write to the mediator first: it is free of charge. Then tell us here, so that we prepare your file.")}</p>
                {FirmBlocks.Mediator(model.Procedure.Mediator, language)}
                """),
        };
    }

    private static ActForm CourtAction(ClientPageModel model)
    {
        Language language = model.Language;
        return new(
            "court-action",
            language.Say("Signaler une action en justice", "Report a court action"),
            language.Say("Signaler l’action en justice", "Report the court action"),
            fields => fields.Date(new("on", language.Say("Date de l’action", "Date of the action")) { Required = true }))
        {
            Intro = Html.Of($"<p>{language.Say("Attention : une fois une action judiciaire engagée, le médiateur ne peut plus être saisi.", "Please note: once a court action has been started, the mediator can no longer be asked.")}</p>"),
            Weighty = true,
        };
    }

    private static ActForm Withdraw(Language language) => new(
        "withdraw",
        language.Say("Retirer ma réclamation", "Withdraw my complaint"),
        language.Say("Retirer ma réclamation", "Withdraw my complaint"),
        fields => fields.Area(new("reason", language.Say("Raison", "Reason")) { MaxLength = 5_000 }))
    {
        Intro = Html.Of($"<p>{language.Say("Votre réclamation sera close.", "Your complaint will be closed.")}</p>"),
        Weighty = true,
    };
}
