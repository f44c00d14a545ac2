using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The lines of the journal, in French, for the firm's pages.</summary>
internal static partial class Words
{
    /// <summary>What happened, without what people typed.</summary>
    public static string Of(ComplaintEvent fact, StaffDirectory directory)
    {
        string Name(string email) => NameOf(directory, email) ?? email;

        return LanguageWords.Fr(fact switch
        {
            ComplaintReceived f => $"Réclamation reçue le {Day(f.ReceivedOn)} ({Of(f.Channel).Fr}), confiée à {Name(f.Handler)}",
            AcknowledgementPrepared => "Accusé de réception par courrier préparé",
            Acknowledged f => $"Accusé de réception le {Day(f.On)} ({Of(f.By).Fr})",
            AcknowledgementUndone => "Accusé de réception revenu : il est à refaire",
            Assigned f => $"Confiée à {Name(f.To)}",
            Drafted f => $"Projet de réponse n° {f.Number} ({Of(f.Channel).Fr})",
            Submitted f => $"Projet n° {f.Draft} soumis à {Name(f.Approver)}",
            Returned f => $"Projet n° {f.Draft} retourné à son auteur",
            Approved { Approver: null } f => $"Projet n° {f.Draft} libéré sans approbation, selon la procédure",
            Approved f => $"Projet n° {f.Draft} approuvé",
            AnswerReleased f => $"Réponse envoyée le {Day(f.On)} ({Of(f.Channel).Fr}, projet n° {f.Draft})",
            CallRecorded f => $"Réponse donnée par téléphone{(f.Satisfied ? ", le client se dit satisfait" : "")}",
            Extended f => $"Délai de réponse prolongé au {Day(f.Until)}",
            Escalated f => $"Niveau 2 demandé le {Day(f.On)}, confié à {Name(f.Handler)}, réponse au plus tard le {Day(f.Level2By)}",
            Referred f => $"Médiateur saisi le {Day(f.On)}",
            MediatorDecided f => $"Fin de la médiation le {Day(f.On)} : {Of(f.Outcome).Fr}",
            CourtActionStarted f => $"Action judiciaire engagée le {Day(f.On)}",
            Transferred f => $"Transmise le {Day(f.On)}",
            NoteAdded => "Note interne",
            MessageSent => "Message au client",
            MessageReceived => "Message du client",
            AttachmentAdded => "Document ajouté",
            Corrected => "Informations corrigées",
            Classified => "Classée",
            Absorbed f => $"La réclamation {f.From} a été jointe à celle-ci",
            Closed { Into: { } into } => $"Close, jointe à la réclamation {into}",
            Closed f => $"Close le {Day(f.On)} : {ClosureForStaff(f.Closure)}",
            Reopened => "Rouverte",
            HoldPlaced => "Conservation bloquée",
            HoldReleased => "Conservation débloquée",
            ProcedureChanged f => $"Procédure appliquée : {f.Terms.Regime}",
            Reminded f => $"Rappel envoyé ({Of(f.Deadline).Fr.ToLowerInvariant()})",
            DeadlineMissed f => $"Échéance du {Day(f.Date)} dépassée ({Of(f.Deadline).Fr.ToLowerInvariant()})",
            MediatorInformed => "Médiateur ouvert faute de réponse : le client en est informé",
            MailSent f => $"E-mail envoyé : {Of(f.Kind)}",
            MailDelivered f => $"E-mail remis : {Of(f.Kind)}",
            MailFailed f => $"E-mail en échec : {Of(f.Kind)}",
            ResendRequested f => $"E-mail à renvoyer : {Of(f.Kind)}",
            _ => throw new InvalidOperationException($"No words for {fact.GetType().Name}."),
        });
    }

    public static string Of(Actor actor, StaffDirectory directory) => actor.Kind switch
    {
        ActorKind.System => "Programme",
        ActorKind.Client => "Client",
        ActorKind.Staff => NameOf(directory, actor.Email!) ?? actor.Email!,
        ActorKind.Application => actor.Key is null ? "Application" : $"Application {actor.Key}",
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor.Kind, "Not a kind of actor."),
    };

    /// <summary>A closure as the firm says it.</summary>
    public static string ClosureForStaff(Closure closure) => closure switch
    {
        Closure.Satisfied => "client satisfait",
        Closure.NoFollowUp => "sans suite du client",
        Closure.Withdrawn => "retirée par le client",
        Closure.Requalified => "requalifiée, ce n’est pas une réclamation",
        Closure.Merged => "jointe à une autre",
        Closure.Mediation => "médiation terminée",
        _ => throw new ArgumentOutOfRangeException(nameof(closure), closure, "Not a closure."),
    };

    private static string Day(DateOnly date) => CivilDateText.WithoutDayName(date, Language.French);
}
