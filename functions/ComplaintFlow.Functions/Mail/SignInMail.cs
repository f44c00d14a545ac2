using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Kinds;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To a staff member who asked for it: the link that signs in.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Link">Absolute.</param>
/// <param name="Expires">The instant from which the link is refused; shown in the firm's zone.</param>
public sealed record SignInMail(ProcedureVersion Procedure, string Link, DateTimeOffset Expires) : IMailModel
{
    Language IMailModel.Language => Language.French;

    internal static Variables Variables { get; } = new VariableList<SignInMail>(FirmVariables.All)
        .Words("valid_until", mail => mail.ValidUntil)
        .Link("sign_in", mail => mail.Link);

    /// <summary>« lundi 2 mars 2026 à 9 h 05 ».</summary>
    private string ValidUntil
    {
        get
        {
            DateTimeOffset expires = Procedure.CivilTime.InZone(Expires);
            return $"{CivilDateText.Long(DateOnly.FromDateTime(expires.DateTime), Language.French)} à {expires.Hour}\u00A0h\u00A0{expires.Minute:00}";
        }
    }

    public MailContent Compose(MailTemplates templates) => templates.Compose(WireName.Of(MailKind.SignIn), this);
}
