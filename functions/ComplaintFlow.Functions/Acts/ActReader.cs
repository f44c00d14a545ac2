using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;

namespace ComplaintFlow.Functions.Acts;

/// <summary>Makes the command once the complaint is loaded.</summary>
public delegate Command MakeCommand(StoredComplaint complaint, DateTimeOffset at);

/// <summary>
/// Reads the acts of the contract: a name and its fields, the same from the machine door, from staff pages and from the
/// client's page. The one list of acts and of what each needs.
/// </summary>
public sealed class ActReader(FirmRules firm)
{
    private const int LongestLine = 300;
    private const int LongestReason = 2_000;

    /// <summary>Every action of the contract, in its order.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "assign", "acknowledge", "draft", "submit", "approve", "return", "record-sent", "extend", "record-call", "note", "message",
        "escalate", "refer", "mediator-outcome", "court-action", "transfer", "correct", "resend", "classify", "merge",
        "change-procedure", "hold", "release", "requalify", "withdraw", "close", "reopen",
    ];

    /// <summary>The scope that a key needs for an action.</summary>
    public static KeyScopes ScopeOf(string action) => action is "approve" or "return" ? KeyScopes.Approve : KeyScopes.Act;

    /// <summary>The command of <paramref name="action"/>; null for an unknown one. Wrong fields are added to the errors of <paramref name="fields"/>.</summary>
    public MakeCommand? Read(string action, Fields fields, Actor by) => action switch
    {
        "assign" => ReadAssign(fields, by),
        "acknowledge" => ReadAcknowledge(fields, by),
        "draft" => ReadDraft(fields, by),
        "submit" => (stored, at) => new Submit(by, at, AnswerOf(stored, null)),
        "approve" => ReadApprove(fields, by),
        "return" => ReadReturn(fields, by),
        "record-sent" => ReadRecordSent(fields, by),
        "extend" => ReadExtend(fields, by),
        "record-call" => ReadRecordCall(fields, by),
        "note" => ReadText(fields, text => (_, at) => new Note(by, at, text)),
        "message" => ReadText(fields, text => (_, at) => new Message(by, at, text)),
        "escalate" => ReadOptionalReason(fields, reason => (_, at) => new Escalate(by, at, reason)),
        "refer" => ReadRefer(fields, by),
        "mediator-outcome" => ReadMediatorOutcome(fields, by),
        "court-action" => ReadCourtAction(fields, by),
        "transfer" => ReadTransfer(fields, by),
        "correct" => CorrectionFields.Read(fields, by),
        "resend" => ReadResend(fields, by),
        "classify" => ReadClassify(fields, by),
        "merge" => ReadMerge(fields, by),
        "change-procedure" => ReadChangeProcedure(fields, by),
        "hold" => ReadReason(fields, reason => (_, at) => new Hold(by, at, reason)),
        "release" => ReadReason(fields, reason => (_, at) => new Release(by, at, reason)),
        "requalify" => ReadReason(fields, reason => (_, at) => new Requalify(by, at, reason)),
        "withdraw" when by.Kind == ActorKind.Client => ReadOptionalReason(fields, reason => (_, at) => new Withdraw(by, at, reason)),
        "withdraw" => ReadReason(fields, reason => (_, at) => new Withdraw(by, at, reason)),
        "close" => ReadReason(fields, reason => (_, at) => new Close(by, at, reason)),
        "reopen" => ReadReason(fields, reason => (_, at) => new Reopen(by, at, reason)),
        _ => null,
    };

    /// <summary>The whole answer that the current draft would make today, or null without a draft.</summary>
    public AnswerDocument? AnswerOf(StoredComplaint stored, int? draft)
    {
        int number = draft ?? stored.Complaint.Draft?.Number ?? 0;
        return stored.Dossier.DraftTexts.TryGetValue(number, out string? text)
            ? AnswerDocument.Compose(text, stored.Complaint.Level, firm.Procedure, stored.Complaint.Language)
            : null;
    }

    private static MakeCommand ReadAssign(Fields fields, Actor by)
    {
        string to = fields.RequiredEmail("to");
        string? reason = fields.Optional("reason", LongestReason);
        return (_, at) => new Assign(by, at, to, reason);
    }

    private static MakeCommand ReadAcknowledge(Fields fields, Actor by)
    {
        AnswerChannel channel = fields.RequiredChoice<AnswerChannel>("by");
        DateOnly? on = fields.OptionalDate("on");
        return (_, at) => new Acknowledge(by, at, channel, on);
    }

    private static MakeCommand ReadDraft(Fields fields, Actor by)
    {
        string text = fields.Required("text");
        AnswerChannel channel = fields.RequiredChoice<AnswerChannel>("channel");
        return (_, at) => new Draft(by, at, text, channel);
    }

    private MakeCommand ReadApprove(Fields fields, Actor by)
    {
        int? draft = ReadDraftNumber(fields);
        string? comment = fields.Optional("comment", LongestReason);
        return (stored, at) => new Approve(by, at, draft, comment, AnswerOf(stored, draft));
    }

    private static MakeCommand ReadReturn(Fields fields, Actor by)
    {
        int? draft = ReadDraftNumber(fields);
        string comment = fields.Required("comment", LongestReason);
        return (_, at) => new Return(by, at, draft, comment);
    }

    private static MakeCommand ReadRecordSent(Fields fields, Actor by)
    {
        DateOnly on = fields.RequiredDate("on");
        return (_, at) => new RecordSent(by, at, on);
    }

    private static MakeCommand ReadExtend(Fields fields, Actor by)
    {
        string reason = fields.Required("reason", LongestReason);
        DateOnly until = fields.RequiredDate("until");
        return (_, at) => new Extend(by, at, reason, until);
    }

    private MakeCommand ReadRecordCall(Fields fields, Actor by)
    {
        string summary = fields.Required("summary");
        bool satisfied = fields.Flag("satisfied");
        return (stored, at) => new RecordCall(by, at, summary, satisfied, AnswerOf(stored, null));
    }

    private static MakeCommand ReadRefer(Fields fields, Actor by)
    {
        DateOnly on = fields.RequiredDate("on");
        string? reference = fields.Optional("reference", LongestLine);
        return (_, at) => new Refer(by, at, on, reference);
    }

    private static MakeCommand ReadMediatorOutcome(Fields fields, Actor by)
    {
        MediationOutcome outcome = fields.RequiredChoice<MediationOutcome>("outcome");
        DateOnly on = fields.RequiredDate("on");
        return (_, at) => new RecordMediatorOutcome(by, at, outcome, on);
    }

    private static MakeCommand ReadCourtAction(Fields fields, Actor by)
    {
        DateOnly on = fields.RequiredDate("on");
        return (_, at) => new RecordCourtAction(by, at, on);
    }

    private static MakeCommand ReadTransfer(Fields fields, Actor by)
    {
        string to = fields.Required("to", LongestLine);
        DateOnly on = fields.RequiredDate("on");
        string reason = fields.Required("reason", LongestReason);
        return (_, at) => new Transfer(by, at, to, on, reason);
    }

    private static MakeCommand ReadResend(Fields fields, Actor by)
    {
        string text = fields.Required("effect", LongestLine);
        bool isId = Guid.TryParse(text, out Guid id);
        if (text.Length > 0 && !isId)
        {
            fields.Add("effect", "L’identifiant d’un envoi est attendu ici.", "The id of an effect is expected here.");
        }

        return (stored, at) =>
        {
            Effect? effect = stored.Effects.FirstOrDefault(known => known.Id == id);
            return new Resend(by, at, id, effect?.Kind, effect?.To);
        };
    }

    private static MakeCommand ReadClassify(Fields fields, Actor by)
    {
        string? product = fields.Optional("product", LongestLine);
        string reason = fields.Required("reason", LongestLine);
        string? rootCause = fields.Optional("rootCause", LongestLine);
        string? redress = fields.Optional("redress", LongestLine);
        return (_, at) => new Classify(by, at, product, reason, rootCause, redress);
    }

    private static MakeCommand ReadMerge(Fields fields, Actor by)
    {
        string text = fields.Required("into", LongestLine);
        if (!Reference.TryParse(text, out Reference into) && text.Length > 0)
        {
            fields.Add("into", "Une référence de réclamation est attendue ici.", "The reference of a complaint is expected here.");
        }

        return (_, at) => new Merge(by, at, into.Value);
    }

    private static MakeCommand ReadChangeProcedure(Fields fields, Actor by)
    {
        string procedure = fields.Required("procedure", LongestLine);
        string reason = fields.Required("reason", LongestReason);
        return (_, at) => new ChangeProcedure(by, at, procedure, reason);
    }

    private static MakeCommand ReadText(Fields fields, Func<string, MakeCommand> make) => make(fields.Required("text"));

    private static MakeCommand ReadReason(Fields fields, Func<string, MakeCommand> make) => make(fields.Required("reason", LongestReason));

    private static MakeCommand ReadOptionalReason(Fields fields, Func<string?, MakeCommand> make) => make(fields.Optional("reason", LongestReason));

    /// <summary>The draft that a link or a form is about; absent or 0: whichever is current.</summary>
    private static int? ReadDraftNumber(Fields fields)
    {
        if (fields.Optional("draft", LongestLine) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int number) || number < 0)
        {
            fields.Add("draft", "Un numéro est attendu ici.", "A number is expected here.");
            return null;
        }

        return number == 0 ? null : number;
    }
}
