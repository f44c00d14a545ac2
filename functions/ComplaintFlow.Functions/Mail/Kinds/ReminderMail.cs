using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler, then the manager and the director: a deadline comes near, is today, or has passed.</summary>
internal static class ReminderMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        DeadlineKind deadline = mail.Fact<Reminded>().Deadline;
        DateOnly due = deadline switch
        {
            DeadlineKind.Acknowledgement => complaint.Dates.AcknowledgeBy,
            DeadlineKind.LevelTwo => complaint.Level2By ?? complaint.RespondByExtended,
            _ => complaint.RespondByExtended,
        };
        string duty = MailWords.Duty(deadline);
        int left = due.DayNumber - mail.Today.DayNumber;
        MailDraft draft = StaffMail.Open(mail, $"rappel, {MailWords.Title(deadline)} ({ShortDelay(left)})");
        return draft
            .Say(Sentence(duty, mail.Day(due), left))
            .Summary(
                mail,
                [
                    draft.Row("Suivie par", null, mail.NameOf(complaint.Handler)),
                    draft.Row("État", null, MailWords.Of(complaint.Status)),
                    .. draft.Owed(mail),
                ])
            .CloseForStaff(mail);
    }

    private static string ShortDelay(int left) => left switch
    {
        > 0 => $"échéance dans {Days(left)}",
        0 => "échéance aujourd’hui",
        _ => $"échéance dépassée de {Days(-left)}",
    };

    private static string Sentence(string duty, string due, int left) => left switch
    {
        > 0 => $"Il reste {Days(left)} pour {duty} : le dernier jour est le {due}.",
        0 => $"C’est aujourd’hui, {due}, le dernier jour pour {duty}.",
        _ => $"Le dernier jour pour {duty} était le {due} : l’échéance est dépassée de {Days(-left)}.",
    };

    private static string Days(int count) => count == 1 ? "1 jour" : $"{count} jours";
}
