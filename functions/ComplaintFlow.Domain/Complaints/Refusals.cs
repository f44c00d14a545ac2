using System.Globalization;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>Every refusal of the domain, with its reason in the words of the people concerned.</summary>
public static class Refusals
{
    public static Refusal IsClosed { get; } = Conflict("closed", "Cette réclamation est close.", "This complaint is closed.");

    public static Refusal NothingToAcknowledge { get; } = Conflict("nothing-to-acknowledge", "Il n’y a plus d’accusé de réception à envoyer.", "There is no acknowledgement left to send.");

    public static Refusal NoDraft { get; } = Conflict("no-draft", "Il n’y a pas de projet de réponse à soumettre.", "There is no draft answer to submit.");

    public static Refusal NothingToApprove { get; } = Conflict("nothing-to-approve", "Aucune réponse n’attend d’approbation.", "No answer awaits approval.");

    public static Refusal DraftReplaced { get; } = Conflict("draft-replaced", "Ce projet de réponse a été remplacé par un autre.", "This draft has been replaced by another one.");

    public static Refusal DraftNotSubmitted { get; } = Conflict("draft-not-submitted", "Le projet de réponse actuel n’a pas encore été soumis à approbation.", "The current draft has not been submitted for approval yet.");

    public static Refusal NothingToSend { get; } = Conflict("nothing-to-send", "Aucune lettre n’attend d’être envoyée.", "No letter waits to be sent.");

    public static Refusal NotNow { get; } = Conflict("not-now", "L’état de la réclamation ne permet pas cette action.", "The state of the complaint does not allow this act.");

    public static Refusal AlreadyAnswered { get; } = Conflict("already-answered", "Une réponse a déjà été apportée.", "It has been answered already.");

    public static Refusal NotAnswered { get; } = Conflict("not-answered", "Une réclamation écrite reçoit une réponse écrite avant d’être close.", "A written complaint gets a written answer before it is closed.");

    public static Refusal TooLateToExtend { get; } = Conflict("too-late-to-extend", "Le délai est déjà passé : il ne peut plus être prolongé.", "The deadline has passed already: it can no longer be extended.");

    public static Refusal TooEarlyToEscalate { get; } = Conflict("too-early-to-escalate", "Le niveau 2 s’ouvre après la réponse de niveau 1, ou quand le délai de réponse est passé.", "Level 2 opens after the level-1 answer, or once the time to answer has passed.");

    public static Refusal LevelTwoAnswered { get; } = Conflict("level-two-answered", "Le niveau 2 a déjà répondu ; le niveau suivant est le médiateur.", "Level 2 has answered already; the next level is the mediator.");

    public static Refusal TooLateToEscalate { get; } = Conflict("too-late-to-escalate", "Plus d’un an s’est écoulé depuis la réclamation écrite.", "More than a year has passed since the written complaint.");

    public static Refusal MediatorNotOpen { get; } = Conflict("mediator-not-open", "Le médiateur ne peut pas encore être saisi : il faut une réponse de niveau 2, ou deux mois sans réponse.", "The mediator cannot be asked yet: it takes a level-2 answer, or two months without an answer.");

    public static Refusal MediatorTooLate { get; } = Conflict("mediator-too-late", "Le médiateur ne peut plus être saisi : plus d’un an s’est écoulé depuis la réclamation écrite.", "The mediator can no longer be asked: more than a year has passed since the written complaint.");

    public static Refusal CourtActionUnderWay { get; } = Conflict("court-action", "Une action judiciaire est engagée : le médiateur ne peut pas être saisi.", "A court action has been started: the mediator cannot be asked.");

    public static Refusal NotInMediation { get; } = Conflict("not-in-mediation", "Le médiateur n’est pas saisi.", "The mediator has not been asked.");

    public static Refusal NotClosed { get; } = Conflict("not-closed", "Cette réclamation n’est pas close.", "This complaint is not closed.");

    public static Refusal NoEmailAddress { get; } = Conflict("no-email-address", "Le client n’a pas d’adresse e-mail : choisissez la lettre ou le téléphone.", "The client has no e-mail address: choose a letter or the telephone.");

    public static Refusal LevelTwoInWriting { get; } = Conflict("level-two-in-writing", "La réponse de niveau 2 est écrite : par e-mail ou par lettre.", "The level-2 answer is in writing: by e-mail or by letter.");

    public static Refusal SamePersonAtLevelTwo { get; } = Conflict("same-person-at-level-two", "Le niveau 2 est traité par une autre personne que le niveau 1.", "Level 2 is treated by another person than level 1.");

    public static Refusal NoApprover { get; } = Conflict("no-approver", "Personne d’autre que l’auteur ne peut approuver : complétez l’annuaire.", "Nobody but the author could approve it: complete the directory.");

    public static Refusal AnswerWithoutText { get; } = Conflict("answer-without-text", "La réponse est vide.", "The answer is empty.");

    public static Refusal AnswerWithoutLevelTwo { get; } = Conflict("answer-without-level-two", "La réponse ne dit pas comment saisir le niveau 2.", "The answer does not say how to go to level 2.");

    public static Refusal AnswerWithoutMediator { get; } = Conflict("answer-without-mediator", "La réponse ne nomme pas le médiateur ou ne dit pas comment le saisir.", "The answer does not name the mediator or say how to go there.");

    public static Refusal NotHandler { get; } = Forbidden("not-handler", "Seules la personne en charge et le responsable des réclamations peuvent le faire.", "Only the handler and the complaints manager may do this.");

    public static Refusal NotManager { get; } = Forbidden("not-manager", "Seul le responsable des réclamations peut le faire.", "Only the complaints manager may do this.");

    public static Refusal NotAuthor { get; } = Forbidden("not-author", "Seul l’auteur du projet de réponse peut le soumettre.", "Only the author of the draft may submit it.");

    public static Refusal NotApprover { get; } = Forbidden("not-approver", "Vous ne faites pas partie de ceux qui approuvent à ce niveau.", "You are not among those who approve at this level.");

    public static Refusal AuthorCannotApprove { get; } = Forbidden("author-cannot-approve", "L’auteur d’une réponse ne l’approuve pas lui-même.", "The author of an answer never approves it.");

    public static Refusal NotStaff { get; } = Forbidden("not-staff", "Cette personne ne figure pas dans l’annuaire.", "This person is not in the directory.");

    public static Refusal ForStaffOnly { get; } = Forbidden("for-staff-only", "Cette action est réservée au cabinet.", "This act is for the firm's staff.");

    public static Refusal Unknown { get; } = Conflict("unknown", "Cette réclamation n’existe pas.", "There is no such complaint.");

    public static Refusal Exists { get; } = Conflict("exists", "Cette réclamation existe déjà.", "This complaint exists already.");

    public static Refusal UnknownPerson { get; } = Invalid("unknown-person", "to", "Cette personne ne figure pas dans l’annuaire.", "This person is not in the directory.");

    public static Refusal UnknownEffect { get; } = Invalid("unknown-effect", "effect", "Cette réclamation n’a pas d’envoi de ce numéro.", "This complaint has no effect of that id.");

    public static Refusal UnknownTarget { get; } = Invalid("unknown-target", "into", "Cette réclamation n’existe pas ou est close.", "There is no such complaint, or it is closed.");

    public static Refusal MergedTheOtherWay { get; } = Conflict("merged-the-other-way", "L’autre réclamation est justement jointe à celle-ci.", "The other complaint is being merged into this one.");

    public static Refusal IntoItself { get; } = Invalid("into-itself", "into", "Une réclamation ne se joint pas à elle-même.", "A complaint cannot be merged into itself.");

    public static Refusal UnknownProcedure(IEnumerable<string> known) => Invalid(
        "unknown-procedure", "procedure", $"Cette procédure n’existe pas ; il y a : {string.Join(", ", known)}.", $"There is no such procedure; there are: {string.Join(", ", known)}.");

    public static Refusal InFuture(string field) => Invalid("in-future", field, "Cette date est dans le futur.", "This date is in the future.");

    public static Refusal Before(string field, DateOnly first) => Invalid(
        "too-early", field, $"Cette date ne peut pas précéder le {Text(first)}.", $"This date cannot be before {first:yyyy-MM-dd}.");

    public static Refusal NotAfter(string field, DateOnly last) => Invalid(
        "not-after", field, $"La nouvelle date doit être postérieure au {Text(last)}.", $"The new date must be after {last:yyyy-MM-dd}.");

    public static Refusal TooLong(string field, DateOnly last) => Invalid(
        "too-long", field, $"Le délai ne peut pas aller au-delà du {Text(last)}.", $"The deadline cannot go beyond {last:yyyy-MM-dd}.");

    private static string Text(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static Refusal Conflict(string code, string fr, string en) => new(code, RefusalKind.Conflict, new Wording(fr, en));

    private static Refusal Forbidden(string code, string fr, string en) => new(code, RefusalKind.Forbidden, new Wording(fr, en));

    private static Refusal Invalid(string code, string field, string fr, string en) => new(code, RefusalKind.Invalid, new Wording(fr, en), field);
}
