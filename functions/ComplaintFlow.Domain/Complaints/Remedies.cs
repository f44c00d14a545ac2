using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>How a client goes further: the sentences that every answer, the client's page and the public page share.</summary>
public static class Remedies
{
    public static Wording LevelTwo(Firm firm) => new(
        $"Si cette réponse ne vous satisfait pas, vous pouvez demander que votre réclamation soit étudiée de nouveau par le responsable du traitement des réclamations, qui vous répondra par écrit : par e-mail à {firm.ComplaintsEmail} (ou {firm.ComplaintsEmailAlias} si votre messagerie n’accepte pas les accents), par courrier à {firm.Name}, {firm.PostalAddress}, ou depuis votre page de suivi.",
        $"If this answer does not satisfy you, you can ask that your complaint be studied again by the complaints manager, who will answer you in writing: by e-mail to {firm.ComplaintsEmail} (or {firm.ComplaintsEmailAlias} if your mail system does not accept accents), by letter to {firm.Name}, {firm.PostalAddress}, or from your follow-up page.");

    public static Wording Mediator(Mediator mediator) => new(
        $"Si vous n’avez pas reçu de réponse dans les deux mois suivant votre réclamation initiale, ou si la réponse du responsable du traitement des réclamations ne vous satisfait pas, vous pouvez saisir gratuitement le médiateur, à condition qu’aucune action judiciaire n’ait été engagée et dans l’année qui suit votre réclamation écrite : {Address(mediator)}.",
        $"If you have had no answer within two months of your initial complaint, or if the answer of the complaints manager does not satisfy you, you may turn to the mediator free of charge, as long as no court action has been started and within a year of your written complaint: {Address(mediator)}.");

    private static string Address(Mediator mediator) =>
        string.Join(", ", new[] { mediator.Name, mediator.PostalAddress, mediator.Email, mediator.Website }.Where(part => part is not null));
}
