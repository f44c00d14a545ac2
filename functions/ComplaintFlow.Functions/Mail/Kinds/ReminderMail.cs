using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler, then the manager and the director: a deadline comes near, is today, or has passed.</summary>
internal static class ReminderMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Choice("deadline", mail => mail.Fact<Reminded>().Deadline)
        .Words("due", mail => mail.Day(Due(mail)))
        .Number("days_left", mail => Due(mail).DayNumber - mail.Today.DayNumber)
        .Number("days_late", mail => mail.Today.DayNumber - Due(mail).DayNumber);

    private static DateOnly Due(MailMaterial mail) => mail.Fact<Reminded>().Deadline switch
    {
        DeadlineKind.Acknowledgement => mail.Complaint.Dates.AcknowledgeBy,
        DeadlineKind.LevelTwo => mail.Complaint.Level2By ?? mail.Complaint.RespondByExtended,
        _ => mail.Complaint.RespondByExtended,
    };
}
