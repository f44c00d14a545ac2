using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: something moved.</summary>
internal static class ProgressMail
{
    public static MailContent Compose(MailMaterial mail) => mail.Line.Fact switch
    {
        Transferred fact => PassedOn(mail, fact),
        Assigned fact => NewHandler(mail, fact),
        Escalated fact => LevelTwo(mail, fact),
        MessageSent => Message(mail),
        _ => throw mail.NotFrom(),
    };

    private static MailContent PassedOn(MailMaterial mail, Transferred fact)
    {
        MailDraft draft = ClientMail.Open(mail, "elle est transmise", "it has been passed on");
        return draft
            .Say(
                "Pour vous répondre, nous avons transmis votre réclamation à l’organisme qui peut la traiter.",
                "In order to answer you, we have passed your complaint on to the body that can deal with it.")
            .Facts(
                draft.Row("Référence", "Reference", mail.Reference),
                draft.Typed("Transmise à", "Passed on to", mail.Line.Private?.To),
                draft.Row("Le", "On", mail.Day(fact.On)))
            .Quote(mail.Line.Private?.Text, "La raison", "The reason")
            .Say(
                "Nous continuons de la suivre et restons votre interlocuteur.",
                "We keep following it and remain your point of contact.")
            .StillPromised(mail)
            .CloseForClient(mail);
    }

    private static MailContent NewHandler(MailMaterial mail, Assigned fact)
    {
        string name = mail.NameOf(fact.To);
        return ClientMail.Open(mail, "votre nouvel interlocuteur", "your new point of contact")
            .Say(
                $"Votre réclamation est désormais suivie par {name}.",
                $"Your complaint is now being handled by {name}.")
            .StillPromised(mail)
            .CloseForClient(mail);
    }

    private static MailContent LevelTwo(MailMaterial mail, Escalated fact)
    {
        string name = mail.NameOf(fact.Handler);
        return ClientMail.Open(mail, "elle est étudiée de nouveau", "it is being studied again")
            .Say(
                $"Votre demande du {mail.Day(fact.On)} est bien enregistrée : votre réclamation est étudiée de nouveau, au niveau 2, par {name}.",
                $"Your request of {mail.Day(fact.On)} is on file: your complaint is being studied again, at level 2, by {name}.")
            .Say(
                $"Vous recevrez une réponse écrite au plus tard le {mail.Day(fact.Level2By)}.",
                $"You will receive a written answer by {mail.Day(fact.Level2By)}.")
            .Say(
                Remedies.Mediator(mail.Procedure.Mediator).Fr,
                Remedies.Mediator(mail.Procedure.Mediator).En)
            .CloseForClient(mail);
    }

    private static MailContent Message(MailMaterial mail) =>
        ClientMail.Open(mail, "un message pour vous", "a message for you")
            .Say("Nous vous écrivons au sujet de votre réclamation :", "We are writing to you about your complaint:")
            .Quote(mail.Line.Private?.Text)
            .CloseForClient(mail);
}
