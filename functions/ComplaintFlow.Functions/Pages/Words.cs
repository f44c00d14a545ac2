using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The terms of the domain in the words of the pages. Those of the journal: <c>Words.Journal.cs</c>; of the mails: <c>Words.Mails.cs</c>.</summary>
internal static partial class Words
{
    /// <summary>The status as the firm sees it.</summary>
    public static Wording Of(Status status) => status switch
    {
        Status.Received => new("Reçue", "Received"),
        Status.Acknowledged => new("En cours de traitement", "In progress"),
        Status.AwaitingApproval => new("Réponse à approuver", "Answer awaiting approval"),
        Status.Answered => new("Répondue", "Answered"),
        Status.InMediation => new("En médiation", "In mediation"),
        Status.Closed => new("Close", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    /// <summary>The status as the client sees it: the firm's own approvals stay inside.</summary>
    public static Wording ForClient(Status status) =>
        Of(status == Status.AwaitingApproval ? Status.Acknowledged : status);

    public static Wording Level(int level) => level switch
    {
        1 => new("Niveau 1 : votre interlocuteur habituel", "Level 1: your usual contact"),
        2 => new("Niveau 2 : le responsable du traitement des réclamations", "Level 2: the complaints manager"),
        _ => new("Niveau 3 : le médiateur", "Level 3: the mediator"),
    };

    public static Wording Of(Closure closure) => closure switch
    {
        Closure.Satisfied => new("Réponse acceptée", "Answer accepted"),
        Closure.NoFollowUp => new("Close sans nouvelle de votre part après notre réponse", "Closed after our answer, without further word from you"),
        Closure.Withdrawn => new("Réclamation retirée", "Complaint withdrawn"),
        Closure.Requalified => new("Traitée comme une demande, et non comme une réclamation", "Treated as a request, not as a complaint"),
        Closure.Merged => new("Jointe à une autre réclamation", "Merged into another complaint"),
        Closure.Mediation => new("Médiation terminée", "Mediation ended"),
        _ => throw new ArgumentOutOfRangeException(nameof(closure), closure, "Not a closure."),
    };

    public static Wording Of(MediationOutcome outcome) => outcome switch
    {
        MediationOutcome.Accepted => new("proposition acceptée", "proposal accepted"),
        MediationOutcome.Rejected => new("proposition refusée", "proposal rejected"),
        MediationOutcome.Inadmissible => new("demande irrecevable", "request inadmissible"),
        MediationOutcome.Withdrawn => new("demande retirée", "request withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    public static Wording Of(Channel channel) => channel switch
    {
        Channel.Web => new("formulaire en ligne", "web form"),
        Channel.Email => new("e-mail", "e-mail"),
        Channel.Phone => new("téléphone", "telephone"),
        Channel.Letter => new("courrier", "letter"),
        Channel.Counter => new("au cabinet", "at the firm’s office"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };

    public static Wording Of(AnswerChannel channel) => channel switch
    {
        AnswerChannel.Email => new("e-mail", "e-mail"),
        AnswerChannel.Letter => new("courrier", "letter"),
        AnswerChannel.Phone => new("téléphone", "telephone"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };

    public static Wording Of(ComplainantKind kind) => kind switch
    {
        ComplainantKind.Consumer => new("Particulier", "Private person"),
        ComplainantKind.Professional => new("Professionnel", "Professional"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    public static Wording Of(DeadlineKind deadline) => deadline switch
    {
        DeadlineKind.Acknowledgement => new("Accusé de réception", "Acknowledgement"),
        DeadlineKind.Response => new("Réponse", "Answer"),
        DeadlineKind.LevelTwo => new("Réponse de niveau 2", "Level-2 answer"),
        _ => throw new ArgumentOutOfRangeException(nameof(deadline), deadline, "Not a deadline."),
    };

    public static Wording Of(DraftState state) => state switch
    {
        DraftState.Draft => new("en cours de rédaction", "being written"),
        DraftState.Submitted => new("soumis à approbation", "submitted for approval"),
        DraftState.Returned => new("retourné à son auteur", "returned to its author"),
        DraftState.Approved => new("approuvé", "approved"),
        DraftState.Released => new("envoyé", "sent"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    public static Wording Of(StaffRole role) => role switch
    {
        StaffRole.Handler => new("conseiller", "handler"),
        StaffRole.Manager => new("responsable des réclamations", "complaints manager"),
        StaffRole.Director => new("direction", "director"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };

    /// <summary>The name of a staff member; null when the directory no longer knows the address.</summary>
    public static string? NameOf(StaffDirectory directory, string email) =>
        directory.Staff.FirstOrDefault(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase))?.Name;
}
