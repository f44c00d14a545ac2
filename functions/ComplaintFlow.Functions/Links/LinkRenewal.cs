using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Links;

/// <summary>What a link whose time is over still does: offer to send a new one to the address on file, and nowhere else.</summary>
public sealed class LinkRenewal(ComplaintStore store, FirmRules firm, LinkWriter links, MailTemplates templates, DirectMail mail, PostLimits limits, Problems problems)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, LinkClaims claims, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(claims.Reference, out Reference reference) || await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return problems.NotFound(request);
        }

        Language language = claims.Purpose == LinkPurpose.Client ? stored.Complaint.Language : Language.French;
        bool renews = HttpMethods.IsPost(request.Method)
            && (await RequestBody.ReadAsync(request, new FieldErrors(language), cancellationToken)).Body?.Values.GetValueOrDefault("action") == "renew";
        if (!renews)
        {
            return request.WantsPage() || HttpMethods.IsHead(request.Method)
                ? Reply.Page(ExpiredLinkPage.Render(firm.Procedure.Firm, language), StatusCodes.Status410Gone)
                : problems.Expired(request);
        }

        await SendAsync(stored, claims, language, cancellationToken);
        return Reply.Page(ExpiredLinkPage.Sent(firm.Procedure.Firm, language));
    }

    private async Task SendAsync(StoredComplaint stored, LinkClaims claims, Language language, CancellationToken cancellationToken)
    {
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        DateTimeOffset now = firm.Now;
        StaffMember? person = claims.Purpose == LinkPurpose.Staff ? directory.FindByLinkId(claims.PersonId) : null;
        string? address = person?.Email ?? (claims.Purpose == LinkPurpose.Client ? stored.Dossier.Email : null);
        if (address is null || limits.Count("recipient", address) is not null)
        {
            return;
        }

        string link = person is null
            ? links.ClientPage(stored.Reference, stored.Complaint, now)
            : links.StaffPage(stored.Reference, person.Email, claims.Draft, now);
        await mail.SendAsync(
            MailKind.SignIn,
            address,
            person?.Name ?? stored.Dossier.Complainant?.Name,
            new NewLinkMail(firm.Procedure, stored.Reference.Value, link, language).Compose(templates),
            $"{claims.Reference}|{now:O}",
            cancellationToken);
    }
}
