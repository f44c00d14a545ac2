using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Mail;

/// <summary>Sends the mails that belong to no complaint's outbox: sign-in and new links, the digest of what waits.</summary>
public sealed class DirectMail(IMailTransport transport, FirmRules firm)
{
    /// <summary>Sends at once; false when it could not be sent now.</summary>
    /// <param name="seed">What makes it this mail: the same seed twice is one mail.</param>
    public async Task<bool> SendAsync(
        MailKind kind, string to, string? toName, MailContent content, string seed, CancellationToken cancellationToken)
    {
        Guid id = new(SHA256.HashData(Encoding.UTF8.GetBytes($"{WireName.Of(kind)}|{to.ToLowerInvariant()}|{seed}")).AsSpan(0, 16));
        OutgoingMail mail = OutgoingMail.Of(id, kind, null, to, toName, content, firm.Now, firm.Procedure.Firm);
        return await transport.SendAsync(mail, cancellationToken) is SendOutcome.Sent;
    }
}
