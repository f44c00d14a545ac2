using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>The firm, as it is on the day of sending: in every mail.</summary>
internal static class FirmVariables
{
    public static Variables All { get; } = new VariableList<IMailModel>()
        .Words("firm_name", mail => mail.Procedure.Firm.Name)
        .Words("firm_address", mail => mail.Procedure.Firm.PostalAddress)
        .Words("firm_phone", mail => mail.Procedure.Firm.Phone)
        .Words("firm_orias", mail => mail.Procedure.Firm.OriasNumber)
        .Words("complaints_addresses", mail => Addresses(mail.Procedure.Firm).In(mail.Language));

    /// <summary>The firm's complaints addresses, the ASCII alias beside an accented one.</summary>
    private static Wording Addresses(Firm firm) => firm.ComplaintsEmail == firm.ComplaintsEmailAlias
        ? new(firm.ComplaintsEmail, firm.ComplaintsEmail)
        : new(
            $"{firm.ComplaintsEmail} (ou {firm.ComplaintsEmailAlias} si votre messagerie n’accepte pas les accents)",
            $"{firm.ComplaintsEmail} (or {firm.ComplaintsEmailAlias} if your mail system does not accept accents)");
}
