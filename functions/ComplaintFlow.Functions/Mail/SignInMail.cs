using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To a staff member who asked for it: the link that signs in.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Link">Absolute.</param>
/// <param name="Expires">The instant from which the link is refused; shown in the firm's zone.</param>
public sealed record SignInMail(ProcedureVersion Procedure, string Link, DateTimeOffset Expires)
{
    public MailContent Compose()
    {
        DateTimeOffset expires = Procedure.CivilTime.InZone(Expires);
        string until = $"{CivilDateText.Long(DateOnly.FromDateTime(expires.DateTime), Language.French)} à {expires.Hour}\u00A0h\u00A0{expires.Minute:00}";
        return new MailDraft(Language.French, $"Votre connexion aux réclamations de {Procedure.Firm.Name}")
            .Say("Bonjour,")
            .Say($"Voici le lien demandé pour ouvrir votre bureau des réclamations. Il est valable jusqu’au {until}.")
            .Link(Link, "Se connecter")
            .Note("Ce lien vous est personnel : ne transférez pas ce message. Si vous ne l’avez pas demandé, ignorez-le ; sans lui, personne ne peut se connecter en votre nom.")
            .Done();
    }
}
