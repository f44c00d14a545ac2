using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake;

namespace ComplaintFlow.Functions.Views;

/// <summary>What was set aside and parked, as machines read it (<c>GET /api/parked</c>).</summary>
public sealed class ParkedView(SetAside setAside, FirmRules firm)
{
    /// <summary>All that nobody has settled yet, oldest first.</summary>
    public async Task<object> ListAsync(CancellationToken cancellationToken) => new
    {
        items = (await setAside.ReadWaitingAsync(cancellationToken)).Select(item => new
        {
            id = item.Reference,
            kind = item.IsForm ? "form" : "mail",
            receivedAt = item.At,
            receivedOn = item.ArrivedOn,
            acknowledgeBy = item.AcknowledgeBy(firm.Procedure),
            from = item.From,
            subject = item.Complaint.Subject,
            description = item.Complaint.Description,
            reason = item.Parking is { } parking ? WireName.Of(parking.Reason) : null,
            evidence = item.Parking?.Evidence is { Length: > 0 } evidence ? evidence : null,
            note = item.Note,
            attachments = item.Attachments.Select(file => new { id = file.Id, fileName = file.FileName, size = file.Size, sha256 = file.Sha256 }),
        }),
    };
}
