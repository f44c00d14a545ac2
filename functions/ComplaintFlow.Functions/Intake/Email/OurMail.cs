using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Tells the mails of this firm, or of another installation, that come back to it.</summary>
public static class OurMail
{
    /// <summary>By our addresses, our Message-IDs, or the header that all our mails carry.</summary>
    public static bool Is(MailOrigin origin, Firm firm)
    {
        MailParty?[] ours = [MailParties.First(firm.SenderEmail), MailParties.First(firm.ComplaintsEmail), MailParties.First(firm.ComplaintsEmailAlias)];
        return origin.Kind is not null
            || origin.From.Any(party => ours.Any(our => our is not null && IsOf(party, our)))
            || (SentMails.EffectOf(origin.MessageId) is not null && origin.MessageId.EndsWith($"@{ours[0]?.Domain}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The address itself, or with whatever tag behind a plus sign (RFC 5233).</summary>
    private static bool IsOf(MailParty party, MailParty our) => party.Key == our.Key
        || (party.Domain == our.Domain && party.LocalPart.StartsWith(our.LocalPart + '+', StringComparison.OrdinalIgnoreCase));
}
