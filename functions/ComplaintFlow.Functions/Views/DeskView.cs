using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Pages;
using ComplaintFlow.Functions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Views;

/// <summary>The desk of a staff member: complaints, what was set aside, absences.</summary>
public sealed class DeskView(
    FirmRules firm,
    ComplaintSearch search,
    ComplaintStore store,
    SetAside setAside,
    OpenSetAside open,
    StaffAbsences absences,
    Problems problems)
{
    private const int MostComplaints = 500;
    private const int ExcerptLength = 280;

    public async Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client, StaffMember person, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(person, null, null, StatusCodes.Status200OK, cancellationToken);
        }

        FieldErrors errors = new(Language.French);
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        if (body is null)
        {
            return status == StatusCodes.Status415UnsupportedMediaType
                ? problems.WrongType(request, "application/x-www-form-urlencoded")
                : problems.BadFields(request, errors);
        }

        string action = body.Values.GetValueOrDefault("action") ?? "";
        Fields fields = new(body.Values, errors);
        Flash? flash = action switch
        {
            "absence" => await absences.AddAsync(person, fields, cancellationToken),
            "remove-absence" => await absences.RemoveAsync(person, fields, cancellationToken),
            "open-set-aside" => await SettleAsync(client, person, fields, isComplaint: true, cancellationToken),
            "discard-set-aside" => await SettleAsync(client, person, fields, isComplaint: false, cancellationToken),
            _ => null,
        };
        if (flash is null && !errors.Any)
        {
            fields.Add("action", "Action inconnue.", "Unknown action.");
        }

        return errors.Any
            ? await ShowAsync(person, null, new RejectedAct(action, body.Values, errors.ToDictionary()), StatusCodes.Status400BadRequest, cancellationToken)
            : await ShowAsync(person, flash, null, flash!.Kind == FlashKind.Refused ? StatusCodes.Status409Conflict : StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>A manager or director sees all, a handler the complaints in hand (as a deputy too).</summary>
    public async Task<bool> MaySeeAsync(StaffMember person, Reference reference, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return false;
        }

        DecisionContext context = await firm.ContextAsync(stored.Journal, cancellationToken);
        return SeesAll(person, context) || context.IsHandler(stored.Complaint, person.Email, firm.Today);
    }

    private async Task<Flash?> SettleAsync(
        DurableTaskClient client, StaffMember person, Fields fields, bool isComplaint, CancellationToken cancellationToken)
    {
        string id = fields.Required("id", 40);
        if (fields.Errors.Any || !Reference.TryParse(id, out Reference reference) || await setAside.FindAsync(reference, cancellationToken) is not { } form)
        {
            return new Flash(FlashKind.Refused, "Cet envoi n’existe pas.");
        }

        if (isComplaint)
        {
            HandlingOutcome outcome = await open.RunAsync(client, form, Actor.Staff(person.Email), cancellationToken);
            return outcome is HandlingOutcome.Refused refused
                ? new Flash(FlashKind.Refused, refused.Refusal.Reason.Fr)
                : new Flash(FlashKind.Done, $"La réclamation {reference} est ouverte.");
        }

        await setAside.SettleAsync(form, person.Email, isComplaint: false, firm.Now, cancellationToken);
        return new Flash(FlashKind.Done, "L’envoi est écarté ; il reste conservé.");
    }

    private async Task<Reply> ShowAsync(StaffMember person, Flash? flash, RejectedAct? rejected, int status, CancellationToken cancellationToken)
    {
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        StaffMember current = directory.Find(person.Email) ?? person;
        DecisionContext context = await firm.ContextAsync([], cancellationToken);
        bool seesAll = SeesAll(current, context);
        (IReadOnlyList<StoredComplaint> owed, _) = await search.FindAsync(new ComplaintQuery(OpenOnly: true), 1, MostComplaints, cancellationToken);
        return Reply.Page(
            DeskPage.Render(new DeskModel
            {
                Firm = firm.Procedure.Firm,
                Person = current,
                Directory = directory,
                Today = firm.Today,
                Complaints =
                [
                    .. owed.Where(stored => seesAll || context.IsHandler(stored.Complaint, current.Email, firm.Today)).Select(stored =>
                        new DeskLine(stored.Reference.Value, stored.Dossier.Subject, stored.Dossier.Complainant?.Name, stored.Complaint)),
                ],
                SetAside = [.. (await setAside.ReadWaitingAsync(cancellationToken)).Select(LineOf)],
                Flash = flash,
                Rejected = rejected,
            }),
            status);
    }

    private SetAsideLine LineOf(SetAsideItem form)
    {
        string text = form.Complaint.Description;
        return new SetAsideLine(
            form.Reference,
            form.At,
            form.AcknowledgeBy(firm.Procedure),
            form.From,
            form.Complaint.Subject,
            text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…",
            form.Parking?.Fr,
            form.WholeMail is not null);
    }

    private bool SeesAll(StaffMember person, DecisionContext context) =>
        context.ActsAs(person.Email, StaffRole.Manager, firm.Today) || context.ActsAs(person.Email, StaffRole.Director, firm.Today);
}
