using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: what the client wrote or did.</summary>
internal static class ClientMessageMail
{
    private static readonly string[] Events = ["message", "document", "mediator", "court-action", "withdrawn"];

    /// <summary>Words that come after an answer may mean that the client is not satisfied with it; only a person can tell.</summary>
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Choice("event", Events, EventOf)
        .Flag("after_answer", mail => mail.Complaint.Status == Status.Answered && mail.Line.Fact is MessageReceived or AttachmentAdded)
        .Flag("open", mail => mail.Complaint.IsOpen)
        .Words("event_on", mail => mail.Line.Fact switch
        {
            Referred fact => mail.Day(fact.On),
            CourtActionStarted fact => mail.Day(fact.On),
            _ => null,
        })
        .Typed("message", mail => mail.Line.Fact is AttachmentAdded or Referred ? null : mail.Line.Private?.Text)
        .Typed("file_name", mail => mail.Line.Fact is AttachmentAdded fact ? mail.Dossier.FileNames.GetValueOrDefault(fact.Id) : null)
        .Words("file_size", mail => mail.Line.Fact is AttachmentAdded fact ? $"{Math.Max(1, (fact.Size + 1023) / 1024)} Kio" : null)
        .Typed("mediator_reference", mail => mail.Line.Private?.MediatorReference);

    private static string EventOf(MailMaterial mail) => mail.Line.Fact switch
    {
        MessageReceived => "message",
        AttachmentAdded => "document",
        Referred => "mediator",
        CourtActionStarted => "court-action",
        Closed { Closure: Closure.Withdrawn } => "withdrawn",
        _ => throw mail.NotFrom(),
    };
}
