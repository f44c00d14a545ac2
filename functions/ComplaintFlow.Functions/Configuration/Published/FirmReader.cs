using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class FirmReader
{
    public const string Right = "an object with the name, oriasNumber, postalAddress, phone and addresses of the firm";

    public static Firm Read(JsonObjectReader firm)
    {
        string name = firm.Required("name", Forms.Text, "");
        string orias = firm.Required("oriasNumber", Forms.Text, "");
        string postalAddress = firm.Required("postalAddress", Forms.Text, "");
        string phone = firm.Required("phone", Forms.Text, "");
        string complaints = firm.Required("complaintsEmail", Forms.Email, "");
        return new Firm
        {
            Name = name,
            OriasNumber = orias,
            PostalAddress = postalAddress,
            Phone = phone,
            ComplaintsEmail = complaints,
            ComplaintsEmailAlias = Alias(firm, complaints),
            SenderEmail = firm.Required("senderEmail", Forms.AsciiEmail, ""),
        };
    }

    // An address in plain ASCII is its own alias.
    private static string Alias(JsonObjectReader firm, string complaints)
    {
        if (!firm.Has("complaintsEmailAlias") && !EmailAddress.IsAscii(complaints))
        {
            firm.Faults.Add(
                firm.PathOf("complaintsEmailAlias"),
                $"missing; many systems cannot send to {JsonText.Quote(complaints)}, write an address without accents that reaches the same mailbox");
        }

        return firm.Optional("complaintsEmailAlias", Forms.AsciiEmail, complaints);
    }
}
