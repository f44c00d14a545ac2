using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>To whom a mail was sent.</summary>
/// <param name="Delivered">The boxes that it passed through (Delivered-To, X-Original-To, Envelope-To): shows which of the firm's addresses was written to when it stands in neither To nor Cc.</param>
public sealed record MailRecipients(IReadOnlyList<MailParty> To, IReadOnlyList<MailParty> Cc, IReadOnlyList<MailParty> Delivered)
{
    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <summary>All of them, the delivered ones first.</summary>
    public IEnumerable<MailParty> All => Delivered.Concat(To).Concat(Cc).DistinctBy(party => party.Key);

    /// <summary>Reads the headers.</summary>
    public static MailRecipients Read(HeaderList headers) => new(
        MailParties.Of(headers, HeaderId.To),
        MailParties.Of(headers, HeaderId.Cc),
        [
            .. DeliveryFields.SelectMany(field => MailParties.Of(headers, field)).DistinctBy(party => party.Key),
        ]);
}
