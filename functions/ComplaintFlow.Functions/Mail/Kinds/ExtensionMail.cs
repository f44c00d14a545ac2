using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, before the promised date passes: the reason and the new date.</summary>
internal static class ExtensionMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All)
        .Words("former_date", mail => mail.Day(FormerDate(mail)))
        .Words("new_date", mail => mail.Day(mail.Fact<Extended>().Until))
        .Typed("reason", mail => mail.Line.Private?.Text);

    /// <summary>The date before the extension, as the journal had it then.</summary>
    private static DateOnly FormerDate(MailMaterial mail)
    {
        Complaint before = Evolution.Fold(mail.Journal.TakeWhile(line => line.Number < mail.Line.Number)) ?? mail.Complaint;
        return before is { Level: > 1, Level2By: { } by } ? by : before.RespondByExtended;
    }
}
