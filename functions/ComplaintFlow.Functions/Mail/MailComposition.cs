using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Links;

namespace ComplaintFlow.Functions.Mail;

/// <summary>Turns a mail of the outbox into what is sent, from the complaint and the procedure as they are now.</summary>
public sealed class MailComposition(FirmRules firm, LinkWriter links, ReplyAddresses replies, Mails mails)
{
    /// <summary>The mail, or null when nobody could receive it: no address on file.</summary>
    public async Task<OutgoingMail?> ComposeAsync(StoredComplaint stored, Effect effect, CancellationToken cancellationToken)
    {
        DateTimeOffset now = firm.Now;
        ProcedureVersion procedure = firm.Procedure;
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        if ((effect.To.StaffEmail ?? stored.Dossier.Email) is not { } address)
        {
            return null;
        }

        MailContent content = mails.Compose(new MailMaterial
        {
            Reference = stored.Reference.Value,
            Kind = effect.Kind,
            To = effect.To,
            Complaint = stored.Complaint,
            Dossier = stored.Dossier,
            Line = OriginalLine(stored, effect),
            Journal = stored.Journal,
            Procedure = procedure,
            Directory = directory,
            Now = now,
            Link = effect.To.StaffEmail is { } staff
                ? links.StaffPage(stored.Reference, staff, DraftOf(stored, effect), now)
                : links.ClientPage(stored.Reference, stored.Complaint, now),
        });
        string? name = effect.To.StaffEmail is { } email ? directory.Find(email)?.Name : stored.Dossier.Complainant?.Name;
        OutgoingMail mail = OutgoingMail.Of(effect.Id, effect.Kind, stored.Reference.Value, address, name, content, now, procedure.Firm) with
        {
            Thread = MailThread.Before(stored, effect, at => firm.AllVersions.InForceAt(at).Firm.SenderEmail),
        };
        return effect.To.IsClient ? mail with { ReplyTo = replies.Of(procedure.Firm, stored.Reference) } : mail;
    }

    /// <summary>A mail sent again says what the first one said: its line is followed back to the one that brought it.</summary>
    private static JournalLine OriginalLine(StoredComplaint stored, Effect effect)
    {
        JournalLine line = stored.Journal[effect.Line - 1];
        while (line.Fact is ResendRequested resend && stored.Effects.FirstOrDefault(known => known.Id == resend.Effect) is { } original)
        {
            line = stored.Journal[original.Line - 1];
        }

        return line;
    }

    private static int DraftOf(StoredComplaint stored, Effect effect) =>
        stored.Journal[effect.Line - 1].Fact is Submitted submitted ? submitted.Draft : 0;
}
