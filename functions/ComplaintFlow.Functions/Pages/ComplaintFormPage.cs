using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The public complaint form at <c>/</c>, posted to <c>/api/complaints</c>.</summary>
public static class ComplaintFormPage
{
    public static Html Render(ComplaintFormModel model)
    {
        Language language = model.Language;
        FormFields fields = new("", language, model.Values, model.Errors);
        Html groups = Html.Join([You(fields, language), YourComplaint(fields, language), OnBehalf(fields, language)]);
        return Layout.Page(language.Say("Adresser une réclamation", "Make a complaint"), language, model.Procedure.Firm, index: true, body: Html.Of($"""
            <div class="lead-row"><h1>{language.Say("Adresser une réclamation", "Make a complaint")}</h1>{LanguageLink.To("/", language)}</div>
            <p class="lead">{language.Say(
                "Dites-nous ce qui ne va pas. Votre réclamation est transmise à votre interlocuteur habituel, et vous recevez un lien pour la suivre.",
                "Tell us what went wrong. Your complaint goes to your usual contact, and you get a link to follow it.")}</p>
            {ErrorSummary.Render(fields, groups)}
            {WhatHappens(model.Procedure, language)}
            <form method="post" action="/api/complaints" enctype="multipart/form-data" novalidate>
            {FormFields.Hidden("language", language.Code())}{FormFields.Hidden("idempotencyKey", model.IdempotencyKey)}
            {groups}
            <div class="trap" aria-hidden="true"><label for="website">{language.Say("Ne remplissez pas ce champ", "Leave this field empty")}</label><input id="website" name="website" type="text" tabindex="-1" autocomplete="off" value=""></div>
            <p><button type="submit">{language.Say("Envoyer ma réclamation", "Send my complaint")}</button></p>
            </form>
            {FirmBlocks.Privacy(model.Procedure, language)}
            """));
    }

    private static Html WhatHappens(ProcedureVersion procedure, Language language)
    {
        Regime regime = procedure.DefaultRegime;
        return Html.Of($"""
            <section class="panel" aria-labelledby="next"><h2 id="next">{language.Say("Ce qui va se passer", "What will happen")}</h2>
            <ol class="promises">
            <li>{language.Say(
                $"Nous accusons réception dans les {DelayWords.Of(regime.Acknowledge, language)}, sauf si nous avons répondu avant.",
                $"We acknowledge your complaint within {DelayWords.Of(regime.Acknowledge, language)}, unless we have answered before.")}</li>
            <li>{language.Say(
                $"Votre interlocuteur habituel vous répond dans les {DelayWords.Of(regime.Respond, language)} au plus tard. En cas de circonstances particulières, nous vous prévenons.",
                $"Your usual contact answers within {DelayWords.Of(regime.Respond, language)} at most. If special circumstances arise, we tell you.")}</li>
            <li>{language.Say(
                "Si la réponse ne vous satisfait pas, le responsable du traitement des réclamations étudie de nouveau votre dossier, puis vous pouvez saisir gratuitement le médiateur.",
                "If the answer does not satisfy you, the complaints manager studies your case again; after that you may turn to the mediator, free of charge.")}</li>
            </ol>
            <p><a href="/procedure{(language == Language.English ? "?lang=en" : "")}">{language.Say("Lire toute la procédure", "Read the whole procedure")}</a></p></section>
            """);
    }

    private static Html You(FormFields fields, Language language) => Html.Of($"""
        <fieldset class="group"><legend>{language.Say("Vous", "You")}</legend>
        {fields.Input(new("name", language.Say("Nom et prénom", "Full name")) { Required = true, Autocomplete = "name", MaxLength = 200 })}
        <p class="hint">{language.Say("Indiquez au moins un moyen de vous joindre : e-mail, téléphone ou adresse postale.", "Give at least one way to reach you: e-mail, telephone or postal address.")}</p>
        {fields.Input(new("email", language.Say("Adresse e-mail", "E-mail address")) { Type = "email", Unmarked = true, Autocomplete = "email", MaxLength = 254, Hint = language.Say("Pour recevoir l’accusé de réception, le lien de suivi et la réponse.", "To receive the acknowledgement, the follow-up link and the answer.") })}
        {fields.Input(new("phone", language.Say("Téléphone", "Telephone")) { Type = "tel", Unmarked = true, Autocomplete = "tel", MaxLength = 40 })}
        {fields.Area(new("postalAddress", language.Say("Adresse postale", "Postal address")) { Unmarked = true, Autocomplete = "street-address", MaxLength = 500, Rows = 3 })}
        {fields.Radios(new("kind", language.Say("Vous êtes", "You are")) { Unmarked = true, Value = WireName.Of(ComplainantKind.Consumer) },
            Enum.GetValues<ComplainantKind>().Select(kind => (WireName.Of(kind), language.Say(Words.Of(kind)))))}
        {fields.Input(new("clientNumber", language.Say("Numéro de client", "Client number")) { MaxLength = 100, Autocomplete = "off" })}
        </fieldset>
        """);

    private static Html YourComplaint(FormFields fields, Language language) => Html.Of($"""
        <fieldset class="group"><legend>{language.Say("Votre réclamation", "Your complaint")}</legend>
        {fields.Input(new("subject", language.Say("Objet", "Subject")) { Required = true, MaxLength = 300 })}
        {fields.Area(new("description", language.Say("Que s’est-il passé ?", "What happened?")) { Required = true, MaxLength = 20_000, Rows = 10, Hint = language.Say("Les faits, les dates, et ce que vous attendez de nous. 20 000 caractères au plus.", "The facts, the dates, and what you expect from us. 20,000 characters at most.") })}
        {fields.Input(new("contract", language.Say("Numéro de contrat ou de sinistre", "Contract or claim number")) { MaxLength = 200 })}
        {fields.Input(new("product", language.Say("Produit concerné", "Product concerned")) { MaxLength = 200, Hint = language.Say("Par exemple : automobile, habitation, santé, prévoyance.", "For instance: car, home, health, life.") })}
        {fields.File(new("attachments", language.Say("Documents", "Documents")) { Hint = FileHint(fields, language) }, multiple: true)}
        </fieldset>
        """);

    private static string FileHint(FormFields fields, Language language)
    {
        string limits = language.Say("Jusqu’à 20 fichiers, 10 Mo chacun, 20 Mo en tout.", "Up to 20 files, 10 MB each, 20 MB in all.");
        return fields.Errors.Count == 0
            ? limits
            : $"{language.Say("Choisissez de nouveau vos fichiers s’il y en avait.", "Choose your files again if there were any.")} {limits}";
    }

    private static Html OnBehalf(FormFields fields, Language language)
    {
        string[] names = ["representativeName", "representativeEmail", "representativeCapacity"];
        bool open = names.Any(name => fields.Errors.ContainsKey(name) || !string.IsNullOrEmpty(fields.Values.GetValueOrDefault(name)));
        return Html.Of($"""
            <details class="group"{Html.When(open, Html.Of($" open"))}><summary>{language.Say("J’écris pour quelqu’un d’autre", "I am writing for somebody else")}</summary>
            <p class="hint">{language.Say("Plus haut, indiquez la personne que vous représentez ; ici, vous-même.", "Above, give the person you represent; here, yourself.")}</p>
            {fields.Input(new("representativeName", language.Say("Votre nom", "Your name")) { Autocomplete = "off", MaxLength = 200 })}
            {fields.Input(new("representativeEmail", language.Say("Votre adresse e-mail", "Your e-mail address")) { Type = "email", Autocomplete = "off", MaxLength = 254 })}
            {fields.Input(new("representativeCapacity", language.Say("À quel titre", "In what capacity")) { MaxLength = 200, Hint = language.Say("Avocat, héritier, tuteur, association…", "Lawyer, heir, guardian, association…") })}
            </details>
            """);
    }
}
