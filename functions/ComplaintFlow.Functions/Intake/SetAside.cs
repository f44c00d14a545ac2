using System.Globalization;
using System.Text.Json;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake;

/// <summary>A form that looks like a robot's, or a parked mail, kept for a person to look at. Its ten days run all the same.</summary>
/// <param name="Reference">The reference under which it is opened if it proves to be a complaint; a form was answered with it.</param>
/// <param name="Attachments">Its documents, kept as those of a complaint are.</param>
/// <param name="Parking">Why a mail was parked; null for a form.</param>
/// <param name="Note">What a person who opens it should know, in French; null for nothing.</param>
public sealed record SetAsideItem(
    string Reference, DateTimeOffset At, Receive Complaint, IReadOnlyList<Attach> Attachments, Parking? Parking = null, string? Note = null)
{
    public bool IsForm => Parking is null;

    /// <summary>The mail as it came; null for a form.</summary>
    public Attach? WholeMail => IsForm || Attachments is not [{ FileName: MailFiles.WholeMail } mail, ..] ? null : mail;

    /// <summary>The civil date of its arrival, from which its days run.</summary>
    public DateOnly ArrivedOn => DateOnly.FromDateTime(At.DateTime);

    /// <summary>Name and address, as given.</summary>
    public string From => $"{Complaint.Complainant.Name} {Complaint.Complainant.Email}".Trim();

    /// <summary>The last day to acknowledge it, should it be a complaint.</summary>
    public DateOnly AcknowledgeBy(ProcedureVersion procedure) =>
        Delays.Add(ArrivedOn, procedure.DefaultRegime.Acknowledge, procedure.Zone);
}

/// <summary>The forms set aside and the mails parked: nothing that somebody wrote is thrown away by a program.</summary>
public sealed class SetAside(ITableStore store)
{
    private const string Partition = "set-aside";

    /// <summary>Keeps a form or a mail; the same again (one idempotency key, one Message-ID) is the one kept before, settled or not.</summary>
    public async Task<SetAsideItem> KeepAsync(
        Reference reference,
        Receive complaint,
        IReadOnlyList<Attach> attachments,
        CancellationToken cancellationToken,
        Parking? parking = null,
        string? note = null)
    {
        Dictionary<string, object> row = new() { ["at"] = complaint.At.ToString("O", CultureInfo.InvariantCulture) };
        LongText.Write(row, "complaint", JsonSerializer.Serialize(complaint, JournalJson.Options));
        LongText.Write(row, "attachments", JsonSerializer.Serialize(attachments, JournalJson.Options));
        if (parking is not null)
        {
            row["parked"] = WireName.Of(parking.Reason);
            row["evidence"] = parking.Evidence;
        }

        if (note is not null)
        {
            LongText.Write(row, "note", note);
        }

        await store.WriteAsync(Partition, [new Insert(reference.Value, row)], cancellationToken);
        return await FindAsync(reference, cancellationToken) ?? new SetAsideItem(reference.Value, complaint.At, complaint, attachments, parking, note);
    }

    /// <summary>Those that nobody has settled yet, oldest first.</summary>
    public async Task<IReadOnlyList<SetAsideItem>> ReadWaitingAsync(CancellationToken cancellationToken)
    {
        List<SetAsideItem> forms = [];
        await foreach (TableRow row in store.ReadAsync(Partition, cancellationToken: cancellationToken))
        {
            if (row.TextOrNull("settledBy") is null)
            {
                forms.Add(Read(row));
            }
        }

        return [.. forms.OrderBy(form => form.At)];
    }

    public async Task<SetAsideItem?> FindAsync(Reference reference, CancellationToken cancellationToken) =>
        await store.FindAsync(Partition, reference.Value, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Notes who looked at it and what it was found to be. The form itself is kept.</summary>
    public async Task SettleAsync(SetAsideItem form, string by, bool isComplaint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Partition, form.Reference, cancellationToken) is { ETag: { } etag } row)
        {
            Dictionary<string, object> settled = new(row.Properties)
            {
                ["settledBy"] = by,
                ["settledAt"] = at.ToString("O", CultureInfo.InvariantCulture),
                ["settledAs"] = isComplaint ? "complaint" : "discarded",
            };
            await store.WriteAsync(Partition, [new Replace(form.Reference, settled, etag)], cancellationToken);
        }
    }

    private static SetAsideItem Read(TableRow row) => new(
        row.Row,
        DateTimeOffset.ParseExact(row.Text("at"), "O", CultureInfo.InvariantCulture),
        JsonSerializer.Deserialize<Receive>(LongText.Read(row, "complaint"), JournalJson.Options)!,
        row.TextOrNull("attachments") is null ? [] : JsonSerializer.Deserialize<List<Attach>>(LongText.Read(row, "attachments"), JournalJson.Options)!,
        WireName.TryParse(row.TextOrNull("parked"), out ParkingReason reason) ? new Parking(reason, row.Text("evidence")) : null,
        row.TextOrNull("note") is null ? null : LongText.Read(row, "note"));
}
