using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: a complaint to treat, with its dates.</summary>
internal static class AssignmentMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Words("assigned_by", mail => IsByAPerson(mail) ? mail.NameOf(mail.Line.Actor.Email!) : null)
        .Typed("note", mail => IsByAPerson(mail) ? mail.Line.Private?.Text : null)
        .Flag("stands_in", mail => !string.Equals(mail.To.StaffEmail, mail.Complaint.Handler, StringComparison.OrdinalIgnoreCase))
        .Flag("acknowledge_by_letter", mail => !mail.Complaint.ClientHasEmail && mail.Complaint.AcknowledgedOn is null)
        .Words("channel", mail => MailWords.Of(mail.Complaint.Channel))
        .Typed("email", mail => mail.Dossier.Email)
        .Typed("phone", mail => mail.Dossier.Complainant?.Phone);

    private static bool IsByAPerson(MailMaterial mail) => mail.Line.Fact is Assigned && mail.Line.Actor.Kind == ActorKind.Staff;
}
