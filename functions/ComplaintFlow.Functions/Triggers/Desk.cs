using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Staff;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>/staff</c>: the desk, and the complaints opened from it.</summary>
public sealed class Desk(
    StaffSession session, DeskView desk, StaffView complaints, SetAside setAside, AttachmentDownload download, Problems problems)
{
    [Function(nameof(ShowDesk))]
    public async Task<IResult> ShowDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "staff")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        await session.FindAsync(request, cancellationToken) is { } person
            ? await desk.AnswerAsync(request, client, person, cancellationToken)
            : SignIn(request);

    [Function(nameof(ShowDeskComplaint))]
    public async Task<IResult> ShowDeskComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "staff/complaints/{reference}")] HttpRequest request,
        string reference,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await session.FindAsync(request, cancellationToken) is not { } person)
        {
            return SignIn(request);
        }

        return Reference.TryParse(reference, out Reference known) && await desk.MaySeeAsync(person, known, cancellationToken)
            ? await complaints.AnswerAsync(request, client, known, person, 0, cancellationToken)
            : problems.NotFound(request);
    }

    /// <summary>A parked mail as it came, for whoever has to judge what it is.</summary>
    [Function(nameof(DownloadParked))]
    public async Task<IResult> DownloadParked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/parked/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await session.FindAsync(request, cancellationToken) is null)
        {
            return SignIn(request);
        }

        return Reference.TryParse(id, out Reference known)
            && await setAside.FindAsync(known, cancellationToken) is { } item
            && await download.FindMailAsync(item, cancellationToken) is { } mail
                ? mail
                : problems.NotFound(request);
    }

    private Reply SignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && !request.WantsPage() ? problems.NoKey(request) : Reply.SeeOther("/staff/sign-in");
}
