using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// Tells the manager of a mailbox that cannot be read: complaints may lie in it, and their days run. After an hour, then once
/// a day at the hour of reminders for as long as it lasts.
/// </summary>
public sealed class MailboxAlarm(MailboxStates states, FirmRules firm, LinkWriter links, MailTemplates templates, DirectMail mail)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task TellAsync(Mailbox mailbox, MailboxState state, CancellationToken cancellationToken)
    {
        DateTimeOffset now = firm.Now;
        ProcedureVersion procedure = firm.Procedure;
        DateOnly today = firm.Today;
        bool isDue = state.ToldOn is not { } told ? now >= state.Since + Patience
            : told < today && TimeOnly.FromDateTime(now.DateTime) >= procedure.RemindersAt;
        if (!isDue || (await firm.DirectoryAsync(cancellationToken)).With(StaffRole.Manager, today) is not { } manager)
        {
            return;
        }

        MailContent content = new MailboxUnreadMail(procedure, mailbox.Name, mailbox.User, state.Since, state.Fault, links.Desk).Compose(templates);
        string seed = string.Create(CultureInfo.InvariantCulture, $"{mailbox.Name}|{state.Since.ToUniversalTime():O}|{today:yyyy-MM-dd}");
        if (await mail.SendAsync(MailKind.MailboxUnread, manager.Email, manager.Name, content, seed, cancellationToken))
        {
            await states.WriteAsync(mailbox.Name, state with { ToldOn = today }, cancellationToken);
        }
    }
}
