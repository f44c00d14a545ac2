using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Pages;
using ComplaintFlow.Functions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>
/// <c>/staff/sign-in</c> asks for an address and sends the link, <c>/staff/enter/{token}</c> is the link, whose button
/// signs in, <c>/staff/sign-out</c> ends it. The answer never tells whether an address is known.
/// </summary>
public sealed class SignIn(
    FirmRules firm, LinkTokens tokens, LinkWriter links, MailTemplates templates, DirectMail mail, StaffSession session, PostLimits limits, Problems problems)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(30);

    [Function(nameof(AskForSignIn))]
    public async Task<IResult> AskForSignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "staff/sign-in")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Domain.Procedure.Firm house = firm.Procedure.Firm;
        if (!HttpMethods.IsPost(request.Method))
        {
            return Reply.Page(SignInPage.Render(house));
        }

        FieldErrors errors = new(request.LanguageOf());
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        if (body is null)
        {
            return status == StatusCodes.Status415UnsupportedMediaType
                ? problems.WrongType(request, "application/x-www-form-urlencoded")
                : problems.BadFields(request, errors);
        }

        string email = (body.Values.GetValueOrDefault("email") ?? "").Trim();
        if (!Fields.IsEmail(email))
        {
            return Reply.Page(SignInPage.Render(house, email, "Indiquez votre adresse e-mail professionnelle."), StatusCodes.Status400BadRequest);
        }

        if (limits.Count("recipient", email) is { } wait)
        {
            return problems.TooMany(request, wait);
        }

        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        if (directory.Find(email) is { } member)
        {
            DateTimeOffset expires = firm.Now + LinkLifetime;
            MailContent content = new SignInMail(firm.Procedure, links.SignIn(member.Email, expires), expires).Compose(templates);
            await mail.SendAsync(MailKind.SignIn, member.Email, member.Name, content, IdSeed(), cancellationToken);
        }

        return Reply.Page(SignInSentPage.Render(house));
    }

    [Function(nameof(EnterDesk))]
    public async Task<IResult> EnterDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "staff/enter/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        LinkReading reading = tokens.Read(token, LinkPurpose.SignIn, firm.Now);
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        switch (reading)
        {
            case LinkReading.Valid valid when directory.FindByLinkId(valid.Claims.PersonId) is null:
                return problems.NotFound(request);
            case LinkReading.Valid valid when HttpMethods.IsPost(request.Method):
                session.Begin(request.HttpContext.Response, valid.Claims.PersonId);
                return Reply.SeeOther("/staff");
            case LinkReading.Valid:
                return Reply.Page(EnterPage.Render(firm.Procedure.Firm));
            case LinkReading.Expired:
                return problems.Expired(request);
            default:
                return problems.NotFound(request);
        }
    }

    [Function(nameof(LeaveDesk))]
    public IResult LeaveDesk([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/sign-out")] HttpRequest request)
    {
        session.End(request.HttpContext.Response);
        return Reply.SeeOther("/staff/sign-in");
    }

    /// <summary>Each request is a mail of its own.</summary>
    private static string IdSeed() => Intake.IdempotencyKey.Fresh();
}
