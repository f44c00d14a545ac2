using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// The mails that a mail of ours follows (RFC 5322, 3.6.4), so that mail programs show them together: the client's own, and ours
/// to the same person about the same complaint. It rests on what was known when the mail was put in the outbox, whatever has
/// become of the others since: one mail, tried again, keeps its bytes.
/// </summary>
public static class MailThread
{
    /// <summary>The first mail and the last ones; nobody's program needs more, and lines have an end.</summary>
    private const int Most = 20;

    /// <summary>The Message-IDs without brackets, oldest first; the last is the one that is answered.</summary>
    /// <param name="stored">The complaint.</param>
    /// <param name="effect">The mail.</param>
    /// <param name="senderAt">Our sender's address at an instant, whose domain makes our Message-IDs.</param>
    public static IReadOnlyList<string> Before(StoredComplaint stored, Effect effect, Func<DateTimeOffset, string> senderAt)
    {
        IEnumerable<(int Line, int Kind, string Id)> theirs = effect.To.IsClient
            ? stored.Journal
                .Where(line => line.Number <= effect.Line && line.Fact is ComplaintReceived or MessageReceived)
                .Select(line => (line.Number, -1, line.Private?.Mail?.Id))
                .Where(mail => mail.Id is not null)
                .Select(mail => (mail.Number, mail.Item2, mail.Id!))
            : [];
        IEnumerable<(int Line, int Kind, string Id)> ours = stored.Effects
            .Where(known => IsSamePerson(known.To, effect.To) && ComesBefore(known, effect) && !HadFailed(known, effect.CreatedAt))
            .Select(known => (known.Line, (int)known.Kind, IdOf(known, effect.CreatedAt, senderAt)));
        string[] ids = [.. theirs.Concat(ours).OrderBy(mail => mail.Line).ThenBy(mail => mail.Kind).Select(mail => mail.Id).Distinct(StringComparer.Ordinal)];
        return ids.Length <= Most ? ids : [ids[0], .. ids[^(Most - 1)..]];
    }

    /// <summary>The id that the service gave it, if that was known by then; else the one that we gave it.</summary>
    private static string IdOf(Effect known, DateTimeOffset at, Func<DateTimeOffset, string> senderAt) =>
        known.GivenId is { } given && given.At < at ? given.MessageId : MimeMail.MessageIdOf(known.Id, senderAt(known.CreatedAt));

    /// <summary>A mail that never arrived is nothing to answer to.</summary>
    private static bool HadFailed(Effect known, DateTimeOffset at) => known.Status == EffectStatus.Failed && known.At < at;

    private static bool ComesBefore(Effect known, Effect effect) =>
        known.Line < effect.Line || (known.Line == effect.Line && known.Kind < effect.Kind);

    private static bool IsSamePerson(Recipient one, Recipient other) =>
        string.Equals(one.StaffEmail, other.StaffEmail, StringComparison.OrdinalIgnoreCase);
}
