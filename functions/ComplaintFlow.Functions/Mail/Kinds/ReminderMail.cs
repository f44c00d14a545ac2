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
        string what = MailWords.Of(deadline);
        int left = due.DayNumber - mail.Today.DayNumber;
        MailDraft draft = StaffMail.Open(mail, $"rappel, {what} {ShortDelay(left)}");
        return draft
            .Say(Sentence(what, mail.Day(due), left))
            .Summary(
                mail,
                [
                    draft.Row("Suivie par", null, mail.NameOf(complaint.Handler)),
                    draft.Row("État", null, MailWords.Of(complaint.Status)),
                    .. draft.Owed(mail),
                ])
            .Close(mail);
    }

    private static string ShortDelay(int left) => left switch
    {
        > 0 => $"dans {Days(left)}",
        0 => "aujourd’hui",
        _ => $"en retard de {Days(-left)}",
    };

    private static string Sentence(string what, string due, int left) => left switch
    {
        > 0 => $"Il reste {Days(left)} pour {what} : l’échéance est le {due}.",
        0 => $"C’est aujourd’hui, {due}, le dernier jour pour {what}.",
        _ => $"L’échéance pour {what} était le {due} : elle est dépassée de {Days(-left)}.",
    };

    private static string Days(int count) => count == 1 ? "1 jour" : $"{count} jours";
}
