using System.Collections.Frozen;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>The names of facts in the store and in the journal of the API. A name once stored never changes its meaning.</summary>
public static class FactNames
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["received"] = typeof(ComplaintReceived),
        ["acknowledgement-prepared"] = typeof(AcknowledgementPrepared),
        ["acknowledged"] = typeof(Acknowledged),
        ["acknowledgement-undone"] = typeof(AcknowledgementUndone),
        ["assigned"] = typeof(Assigned),
        ["drafted"] = typeof(Drafted),
        ["submitted"] = typeof(Submitted),
        ["returned"] = typeof(Returned),
        ["approved"] = typeof(Approved),
        ["answered"] = typeof(AnswerReleased),
        ["call-recorded"] = typeof(CallRecorded),
        ["extended"] = typeof(Extended),
        ["escalated"] = typeof(Escalated),
        ["referred"] = typeof(Referred),
        ["mediator-outcome"] = typeof(MediatorDecided),
        ["court-action"] = typeof(CourtActionStarted),
        ["transferred"] = typeof(Transferred),
        ["note"] = typeof(NoteAdded),
        ["message-sent"] = typeof(MessageSent),
        ["message-received"] = typeof(MessageReceived),
        ["attachment"] = typeof(AttachmentAdded),
        ["corrected"] = typeof(Corrected),
        ["classified"] = typeof(Classified),
        ["absorbed"] = typeof(Absorbed),
        ["closed"] = typeof(Closed),
        ["reopened"] = typeof(Reopened),
        ["hold"] = typeof(HoldPlaced),
        ["hold-released"] = typeof(HoldReleased),
        ["procedure-changed"] = typeof(ProcedureChanged),
        ["reminded"] = typeof(Reminded),
        ["deadline-missed"] = typeof(DeadlineMissed),
        ["mediator-informed"] = typeof(MediatorInformed),
        ["mail-sent"] = typeof(MailSent),
        ["mail-delivered"] = typeof(MailDelivered),
        ["mail-failed"] = typeof(MailFailed),
        ["resend-requested"] = typeof(ResendRequested),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(ComplaintEvent fact) => Names[fact.GetType()];

    /// <exception cref="InvalidDataException">No fact has that name: a newer program wrote it.</exception>
    public static Type TypeOf(string name) =>
        Types.TryGetValue(name, out Type? type) ? type : throw new InvalidDataException($"The journal has a fact '{name}' that this version does not know.");
}
