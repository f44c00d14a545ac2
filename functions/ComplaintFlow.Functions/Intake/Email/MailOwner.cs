using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Links;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Finds the complaint that a mail answers. Nothing a mail names counts unless its client wrote it.</summary>
public sealed partial class MailOwner(SentMails sent, ComplaintStore store, ReplyTags tags)
{
    /// <summary>A mail may name hundreds; nobody answers more than the last few.</summary>
    private const int MostLooked = 20;

    /// <summary>
    /// The first open complaint of its writer that the mail names: by our Message-IDs, by the tag of a reply address that it was
    /// sent to, or by a reference in the subject. Else the first closed one, else the first of somebody else; null for none.
    /// </summary>
    public async Task<NamedComplaint?> FindAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        NamedComplaint? closed = null, others = null;
        await foreach (NamedComplaint named in NamedAsync(mail, cancellationToken))
        {
            if (named is { IsClients: true, Complaint.Complaint.IsOpen: true })
            {
                return named;
            }

            _ = named.IsClients ? closed ??= named : others ??= named;
        }

        return closed ?? others;
    }

    private async IAsyncEnumerable<NamedComplaint> NamedAsync(IncomingMail mail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whoever writes the mail chooses where answers go, and ids and tags are passed on with what they stand in, while a
        // reference is no secret at all: only the author counts.
        foreach (string id in mail.AnswersTo.OrderBy(id => SentMails.EffectOf(id) is null).Take(MostLooked))
        {
            if (await sent.FindAsync(id, cancellationToken) is { } known && await FindGoingOnAsync(known.Reference, cancellationToken) is { } stored)
            {
                yield return new NamedComplaint(stored, IsClient(stored, mail.Sender.Author));
            }
        }

        foreach (ReplyTag tag in mail.Recipients.All.Select(party => tags.Read(party.LocalPart)).OfType<ReplyTag>().OrderBy(tag => !tag.IsGenuine).Take(MostLooked))
        {
            if (await FindGoingOnAsync(tag.Reference, cancellationToken) is { } stored)
            {
                yield return new NamedComplaint(stored, tag.IsGenuine && IsClient(stored, mail.Sender.Author), !tag.IsGenuine);
            }
        }

        foreach (Reference reference in ReferencesIn(mail.Subject.Text).Take(MostLooked))
        {
            if (await FindGoingOnAsync(reference, cancellationToken) is { } stored)
            {
                yield return new NamedComplaint(stored, IsClient(stored, mail.Sender.Author));
            }
        }
    }

    private static IEnumerable<Reference> ReferencesIn(string text)
    {
        foreach (Match match in References().Matches(text))
        {
            if (Reference.TryParse(match.Value, out Reference reference))
            {
                yield return reference;
            }
        }
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
