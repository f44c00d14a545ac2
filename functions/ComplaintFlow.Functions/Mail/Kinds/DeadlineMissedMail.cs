using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the manager, once per deadline that passed without what was promised.</summary>
internal static class DeadlineMissedMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Choice("deadline", mail => mail.Fact<DeadlineMissed>().Deadline)
        .Words("missed_on", mail => mail.Day(mail.Fact<DeadlineMissed>().Date));
}
