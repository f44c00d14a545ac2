using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Finds the complaint that a mail answers.</summary>
public sealed partial class MailOwner(SentMails sent, ComplaintStore store)
{
    /// <summary>A mail may name hundreds; nobody answers more than the last few.</summary>
    private const int MostLooked = 20;

    /// <summary>The first known complaint that the mail names, by our Message-IDs or by a reference in the subject; null for none.</summary>
    public async Task<NamedComplaint?> FindAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        foreach (Guid effect in mail.AnswersTo.Select(SentMails.EffectOf).OfType<Guid>().Take(MostLooked))
        {
            if (await sent.FindAsync(effect, cancellationToken) is { } reference && await FindGoingOnAsync(reference, cancellationToken) is { } stored)
            {
                return new NamedComplaint(stored, IsClient(stored, mail.Sender.Author) || IsClient(stored, mail.Sender.AnswerTo));
            }
        }

        foreach (Match match in References().Matches(mail.Subject.Text))
        {
            // A reference alone is no secret, and whoever writes the mail chooses where answers go: only the author counts.
            if (Reference.TryParse(match.Value, out Reference reference) && await FindGoingOnAsync(reference, cancellationToken) is { } stored)
            {
                return new NamedComplaint(stored, IsClient(stored, mail.Sender.Author));
            }
        }

        return null;
    }

    /// <summary>The complaint, or the one that it was merged into.</summary>
    private async Task<StoredComplaint?> FindGoingOnAsync(Reference reference, CancellationToken cancellationToken)
    {
        StoredComplaint? stored = await store.FindAsync(reference, cancellationToken);
        return Reference.TryParse(stored?.Complaint.MergedInto, out Reference into)
            ? await store.FindAsync(into, cancellationToken) ?? stored
            : stored;
    }

    private static bool IsClient(StoredComplaint stored, MailParty? party) => party is not null
        && new[] { stored.Dossier.Complainant?.Email, stored.Dossier.Representative?.Email }
            .OfType<string>()
            .Any(address => (MailParties.First(address)?.Key ?? address.ToLowerInvariant()) == party.Key);

    [GeneratedRegex(@"\bR\d{2}[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();
}

/// <summary>A complaint that a mail names.</summary>
/// <param name="IsClients">Whether the mail comes from the complainant or the representative.</param>
public sealed record NamedComplaint(StoredComplaint Complaint, bool IsClients);
