using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>A well-formed example of every command, for the tables that must know them all.</summary>
internal static class Acts
{
    private static readonly Guid Effect = new(7, 0, 0, new byte[8]);

    /// <summary>The names of all commands, found by reflection.</summary>
    public static IReadOnlyList<string> Names =>
        [.. typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract).Select(type => type.Name)];

    public static Command Of(string name, ComplaintLife life, Actor by)
    {
        DateTimeOffset now = life.Now;
        DateOnly today = life.Today;
        return name switch
        {
            nameof(Receive) => new Receive(
                by, now, Channel.Web, Language.French, new() { Name = "Camille Martin" }, null, "Sujet", "Texte", null, null, null, null, null, null),
            nameof(Acknowledge) => new Acknowledge(by, now, AnswerChannel.Phone, null),
            nameof(Assign) => new Assign(by, now, Address("claire"), "congés"),
            nameof(Draft) => new Draft(by, now, "Autre réponse.", AnswerChannel.Letter),
            nameof(Submit) => new Submit(by, now, life.Answer()),
            nameof(Approve) => new Approve(by, now, null, null, life.Answer()),
            nameof(Return) => new Return(by, now, null, "À revoir."),
            nameof(RecordSent) => new RecordSent(by, now, today),
            nameof(RecordCall) => new RecordCall(by, now, "Appel du matin.", false, life.Answer()),
            nameof(Extend) => new Extend(by, now, "Expertise en cours", new(2026, 12, 1)),
            nameof(Escalate) => new Escalate(by, now, "Désaccord"),
            nameof(Refer) => new Refer(by, now, today, "M-42"),
            nameof(RecordMediatorOutcome) => new RecordMediatorOutcome(by, now, MediationOutcome.Accepted, today),
            nameof(RecordCourtAction) => new RecordCourtAction(by, now, today),
            nameof(Transfer) => new Transfer(by, now, "L’assureur", today, "Gestion déléguée"),
            nameof(Note) => new Note(by, now, "Vu avec le client."),
            nameof(Message) => new Message(by, now, "Bonjour."),
            nameof(Attach) => new Attach(by, now, "a1", "facture.pdf", "application/pdf", 1000, "00ff"),
            nameof(Correct) => new Correct(by, now, null, null, "auto", null, null, null),
            nameof(Classify) => new Classify(by, now, "habitation", "delay", "staffing", null),
            nameof(Resend) => new Resend(by, now, Effect, MailKind.Answer, Recipient.Client),
            nameof(Merge) => new Merge(by, now, "R26-7KQ4-M2ZD"),
            nameof(Absorb) => new Absorb(by, now, "R26-7KQ4-M2ZD"),
            nameof(ChangeProcedure) => new ChangeProcedure(by, now, "payment-services", "Carte bancaire"),
            nameof(Hold) => new Hold(by, now, "Contentieux"),
            nameof(Release) => new Release(by, now, "Fin du contentieux"),
            nameof(Requalify) => new Requalify(by, now, "Demande d’information"),
            nameof(Withdraw) => new Withdraw(by, now, "Tout est réglé."),
            nameof(Close) => new Close(by, now, "satisfied"),
            nameof(Reopen) => new Reopen(by, now, "Fait nouveau"),
            nameof(RecordMailSent) => new RecordMailSent(now, Effect, MailKind.Answer, Recipient.Client),
            nameof(RecordMailDelivered) => new RecordMailDelivered(now, Effect, MailKind.Answer, Recipient.Client),
            nameof(RecordMailFailed) => new RecordMailFailed(now, Effect, MailKind.Answer, Recipient.Client),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No example of this command: add one here and a row to the tables."),
        };
    }

    /// <summary>The actor for whom every permission holds: the author for a submission, else the manager.</summary>
    public static Command ByTheRightPerson(string name, ComplaintLife life) =>
        Of(name, life, name == nameof(Submit) && life.Complaint.Draft is { } draft ? Actor.Staff(draft.Author) : Manon);

    /// <summary>A complaint that stands in <paramref name="status"/>, reached in the plainest way on 2 March 2026.</summary>
    public static ComplaintLife LifeIn(Status status)
    {
        ComplaintLife life = new ComplaintLife().Receive();
        return status switch
        {
            Status.Received => life,
            Status.Acknowledged => life.Deliver(),
            Status.AwaitingApproval => life.Deliver().Submit(Anne),
            Status.Answered => life.Deliver().AnswerByEmail(),
            Status.InMediation => life.Deliver().AnswerByEmail().Escalate().AnswerAtLevelTwo().Do(new Refer(Actor.Client, life.Now, life.Today, null)),
            Status.Closed => life.Deliver().AnswerByEmail().Close(),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No example of this status: add one here and a column to the tables."),
        };
    }
}
