using System.Security.Cryptography;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// Which mails came before, and what became of them. A mail claims a reference for good before anything is done with it; what
/// became of it is noted last. A claim without an outcome is a mail that was cut off: it goes on under the same reference.
/// </summary>
public sealed class MailClaims(ITableStore store, IdempotencyClaims claims, ExpiringRows expiring)
{
    /// <summary>What became of a mail is kept so long; that it came is known for good.</summary>
    public const int DaysKept = 90;

    private const string Caller = "mail";
    private const string Outcomes = "mail-outcomes";

    /// <summary>The reference of this mail. Another mail under a Message-ID that was used before is a mail of its own.</summary>
    public async Task<Reference> ClaimAsync(IncomingMail mail, Reference proposed, DateTimeOffset now, CancellationToken cancellationToken) =>
        await claims.ClaimAsync(Caller, mail.MessageId, mail.Fingerprint, proposed, now, cancellationToken, forever: true)
        ?? await claims.ClaimAsync(Caller, $"{mail.MessageId}|{mail.Fingerprint}", mail.Fingerprint, proposed, now, cancellationToken, forever: true)
        ?? throw new CryptographicException("Two mails have the same hash.");

    /// <summary>What became of the mail of that reference; null while nothing is noted.</summary>
    public async Task<MailOutcome?> FindAsync(Reference claim, CancellationToken cancellationToken) =>
        await store.FindAsync(Outcomes, claim.Value, cancellationToken) is { } row && WireName.TryParse(row.Text("outcome"), out MailFiling filing)
            ? new MailOutcome(filing, row.TextOrNull("reference"), row.TextOrNull("reason"))
            : null;

    /// <summary>
    /// Whether a mail that nobody was at work on was dealt with so long ago that its outcome is forgotten. One that was cut off
    /// still waits among the raw mails, so it is never taken for it; two that bring one mail at once are seconds apart.
    /// </summary>
    public async Task<bool> IsForgottenAsync(IncomingMail mail, WaitingRawMail waiting, DateTimeOffset now, CancellationToken cancellationToken) =>
        waiting.IsNew
        && (await claims.FindInstantAsync(Caller, mail.MessageId, mail.Fingerprint, cancellationToken)
            ?? await claims.FindInstantAsync(Caller, $"{mail.MessageId}|{mail.Fingerprint}", mail.Fingerprint, cancellationToken)) is { } claimedAt
        && claimedAt.AddDays(1) < now;

    public async Task SettleAsync(Reference claim, MailOutcome outcome, DateOnly today, CancellationToken cancellationToken)
    {
        DateOnly lastDay = today.AddDays(DaysKept);
        Dictionary<string, object> row = new() { ["outcome"] = WireName.Of(outcome.Outcome) };
        if (outcome.Reference is { } reference)
        {
            row["reference"] = reference;
        }

        if (outcome.Reason is { } reason)
        {
            row["reason"] = reason;
        }

        await expiring.NameAsync(Outcomes, claim.Value, lastDay, cancellationToken);
        await store.WriteAsync(Outcomes, [new Put(claim.Value, ExpiringRows.Mark(row, lastDay))], cancellationToken);
    }
}
