using System.Globalization;
using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Once a working day, from the hour of reminders on: tells the manager of what was set aside and nobody looked at for
/// two working days. The mail's id is made of the day, and the day is noted once it left.
/// </summary>
public sealed class RemindOfWaiting(ITableStore store, SetAside setAside, FirmRules firm, LinkWriter links, MailTemplates templates, DirectMail mail)
{
    private const int PatienceInWorkingDays = 2;
    private const string Partition = "digests";

    [Function(nameof(RemindOfWaiting))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ProcedureVersion procedure = firm.Procedure;
        DateTimeOffset now = firm.Now;
        DateOnly today = firm.Today;
        if (TimeOnly.FromDateTime(now.DateTime) < procedure.RemindersAt || !WorkingDays.IsWorkingDay(today, procedure.Zone))
        {
            return;
        }

        SetAsideItem[] waiting =
        [
            .. (await setAside.ReadWaitingAsync(cancellationToken)).Where(form =>
                WorkingDays.Add(form.ArrivedOn, PatienceInWorkingDays, procedure.Zone) <= today),
        ];
        string day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        if (waiting.Length == 0
            || directory.With(StaffRole.Manager, today) is not { } manager
            || await store.FindAsync(Partition, day, cancellationToken) is not null)
        {
            return;
        }

        MailContent content = new WaitingMail(procedure, [.. waiting.Select(form => ItemOf(form, procedure))], links.Desk).Compose(templates);
        if (await mail.SendAsync(MailKind.WaitingMail, manager.Email, manager.Name, content, day, cancellationToken))
        {
            await store.WriteAsync(Partition, [new Put(day, new Dictionary<string, object> { ["at"] = now.ToUniversalTime() })], cancellationToken);
        }
    }

    private static WaitingItem ItemOf(SetAsideItem form, ProcedureVersion procedure) =>
        new(form.IsForm, form.ArrivedOn, form.AcknowledgeBy(procedure), form.From, form.Complaint.Subject);
}
