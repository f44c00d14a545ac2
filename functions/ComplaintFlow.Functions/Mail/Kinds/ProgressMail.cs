using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: something moved.</summary>
internal static class ProgressMail
{
    private static readonly string[] Events = ["transferred", "new-handler", "level-2", "message"];

    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All, MediatorVariables.All)
        .Choice("event", Events, EventOf)
        .Words("event_on", mail => mail.Line.Fact switch
        {
            Transferred fact => mail.Day(fact.On),
            Escalated fact => mail.Day(fact.On),
            _ => null,
        })
        .Words("new_handler", mail => mail.Line.Fact switch
        {
            Assigned fact => mail.NameOf(fact.To),
            Escalated fact => mail.NameOf(fact.Handler),
            _ => null,
        })
        .Words("level2_by", mail => mail.Line.Fact is Escalated fact ? mail.Day(fact.Level2By) : null)
        .Typed("passed_to", mail => mail.Line.Private?.To)
        .Typed("text", mail => mail.Line.Private?.Text)
        .Words("promised_by", mail => mail.Day(PromisedBy(mail.Complaint) is { } by && by >= mail.Today ? by : null));

    /// <summary>The date by which an answer is owed, where one is.</summary>
    private static DateOnly? PromisedBy(Complaint complaint) => (complaint.OwesAnswer, complaint.Level) switch
    {
        (true, 1) => complaint.RespondByExtended,
        (true, 2) => complaint.Level2By,
        _ => null,
    };

    private static string EventOf(MailMaterial mail) => mail.Line.Fact switch
    {
        Transferred => "transferred",
        Assigned => "new-handler",
        Escalated => "level-2",
        MessageSent => "message",
        _ => throw mail.NotFrom(),
    };
}
