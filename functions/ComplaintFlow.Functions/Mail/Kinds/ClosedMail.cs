using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: the complaint is closed, why, and what is still open to them.</summary>
internal static class ClosedMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All, MediatorVariables.All)
        .Choice("closure", mail => ClosureOf(mail))
        .Choice("outcome", [.. WireName.All<MediationOutcome>(), "none"], mail => mail.Line.Fact is MediatorDecided fact ? WireName.Of(fact.Outcome) : "none")
        .Words("closed_on", mail => mail.Day(mail.Line.Fact switch
        {
            Closed fact => fact.On,
            MediatorDecided fact => fact.On,
            _ => throw mail.NotFrom(),
        }))
        .Typed("reason", mail => mail.Line.Private?.Text)
        .Words("joined_with", mail => (mail.Line.Fact as Closed)?.Into)
        .Flag("level2_open", mail => mail.Complaint.Level == 1 && mail.Complaint.Dates.MediatorUntil >= mail.Today)
        .Flag("mediator_open", mail => mail.Complaint.CourtActionOn is null && !(mail.Complaint.Dates.MediatorUntil < mail.Today))
        .Words("mediator_until", mail => mail.Day(mail.Complaint.Dates.MediatorUntil));

    private static Closure ClosureOf(MailMaterial mail) => mail.Line.Fact switch
    {
        Closed fact => fact.Closure,
        MediatorDecided => Closure.Mediation,
        _ => throw mail.NotFrom(),
    };
}
