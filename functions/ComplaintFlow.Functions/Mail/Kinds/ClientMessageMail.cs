using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: what the client wrote or did.</summary>
internal static class ClientMessageMail
{
    public static MailContent Compose(MailMaterial mail) => mail.Line.Fact switch
    {
        MessageReceived => Tell(mail, "message du réclamant", "Le réclamant a écrit :"),
        AttachmentAdded fact => Attached(mail, fact),
        Referred fact => AtMediator(mail, fact),
        CourtActionStarted fact => Tell(
            mail,
            "action en justice",
            $"Le réclamant signale qu’une action en justice est engagée depuis le {mail.Day(fact.On)}. La voie du médiateur est fermée ; la réponse promise reste due."),
        Closed { Closure: Closure.Withdrawn } => Tell(mail, "le réclamant se désiste", "Le réclamant retire sa réclamation. Elle est close."),
        _ => throw mail.NotFrom(),
    };

    private static MailContent Attached(MailMaterial mail, AttachmentAdded fact)
    {
        MailDraft draft = StaffMail.Open(mail, "nouvelle pièce du réclamant");
        return draft
            .Say("Le réclamant a ajouté une pièce. Elle s’ouvre depuis la réclamation.")
            .Facts(
                draft.Typed("Pièce", null, mail.Dossier.FileNames.GetValueOrDefault(fact.Id)),
                draft.Row("Taille", null, $"{Math.Max(1, (fact.Size + 1023) / 1024)} Kio"))
            .AfterAnAnswer(mail)
            .Summary(mail, draft.Owed(mail))
            .CloseForStaff(mail);
    }

    private static MailContent AtMediator(MailMaterial mail, Referred fact)
    {
        MailDraft draft = StaffMail.Open(mail, "le médiateur est saisi");
        return draft
            .Say($"Le réclamant a saisi le médiateur le {mail.Day(fact.On)}. Le médiateur vous demandera le dossier.")
            .Summary(mail, [draft.Typed("Dossier du médiateur", null, mail.Line.Private?.MediatorReference)])
            .CloseForStaff(mail);
    }

    private static MailContent Tell(MailMaterial mail, string subject, string sentence)
    {
        MailDraft draft = StaffMail.Open(mail, subject);
        return draft
            .Say(sentence)
            .Quote(mail.Line.Private?.Text)
            .AfterAnAnswer(mail)
            .Summary(mail, mail.Complaint.IsOpen ? draft.Owed(mail) : [])
            .CloseForStaff(mail);
    }

    /// <summary>Words that come after an answer may mean that the client is not satisfied with it; only a person can tell.</summary>
    private static MailDraft AfterAnAnswer(this MailDraft draft, MailMaterial mail) =>
        mail.Complaint.Status != Status.Answered || mail.Line.Fact is not (MessageReceived or AttachmentAdded) ? draft
        : mail.Complaint.Level == 1
            ? draft.Say("Une réponse a déjà été envoyée. Le réclamant en est-il mécontent ? Si oui, transmettez sa réclamation au niveau 2 ; sinon, répondez-lui ou clôturez. Les deux se font depuis la réclamation.")
            : draft.Say("La réponse de niveau 2 a déjà été envoyée. Si le réclamant en est mécontent, rappelez-lui qu’il peut saisir le médiateur ; sinon, répondez-lui ou clôturez.");
}
