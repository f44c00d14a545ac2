using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the one who treats level 2: the client is not satisfied.</summary>
internal static class Level2RequestMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        Escalated fact = mail.Fact<Escalated>();
        ReleasedAnswer? first = mail.Complaint.Answers.LastOrDefault(answer => answer.Level == 1);
        MailDraft draft = StaffMail.Open(mail, "demande de niveau 2");
        return draft
            .Say($"Le réclamant demande que sa réclamation soit étudiée de nouveau. Une réponse écrite lui est due au plus tard le {mail.Day(fact.Level2By)}.")
            .Quote(mail.Line.Private?.Text, "Ses raisons")
            .Summary(
                mail,
                [
                    draft.Row("Demandé le", null, mail.Day(fact.On)),
                    draft.Row("Suivie au niveau 1 par", null, mail.NameOf(mail.Complaint.LevelOneHandler)),
                    draft.Row("Réponse de niveau 1", null, first is null ? "aucune" : $"le {mail.Day(first.On)}"),
                    draft.Row("Réponse de niveau 2 au plus tard le", null, mail.Day(fact.Level2By)),
                ])
            .Quote(first is null ? null : mail.Dossier.DraftTexts.GetValueOrDefault(first.Draft), "La réponse de niveau 1")
            .ClientWords(mail)
            .CloseForStaff(mail);
    }
}
