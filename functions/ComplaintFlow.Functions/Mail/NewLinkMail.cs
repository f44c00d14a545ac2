using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To whoever opened a link whose time was over, at the address on file: a new one.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Reference">The complaint that the link leads to.</param>
/// <param name="Link">Absolute.</param>
public sealed record NewLinkMail(ProcedureVersion Procedure, string Reference, string Link, Language Language)
{
    public MailContent Compose() => Language == Language.English
        ? new MailDraft(Language, $"Your new link to complaint {Reference}")
            .Say("Hello,")
            .Say($"Here is the new link that was asked for. It opens the page of complaint {Reference}.")
            .Link(Link, "Open the page")
            .Note("This link is for you only: do not forward this message. If you did not ask for it, ignore it.")
            .Done()
        : new MailDraft(Language, $"Votre nouveau lien vers la réclamation {Reference}")
            .Say("Bonjour,")
            .Say($"Voici le nouveau lien demandé. Il ouvre la page de la réclamation {Reference}.")
            .Link(Link, "Ouvrir la page")
            .Note("Ce lien vous est personnel : ne transférez pas ce message. Si vous ne l’avez pas demandé, ignorez-le.")
            .Done();
}
