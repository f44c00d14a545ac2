using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Pages;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>The pages that anybody may read: the form, the procedure, the deadlines, and what they are dressed with.</summary>
public sealed class ShowPages(FirmRules firm, Problems problems)
{
    /// <summary>The site's root: <c>/</c> alone would break every other route on the real host.</summary>
    [Function(nameof(ShowComplaintForm))]
    public IResult ShowComplaintForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{x:maxlength(0)?}")] HttpRequest request) =>
        Reply.Page(ComplaintFormPage.Render(new ComplaintFormModel(
            firm.Procedure,
            request.PageLanguageOf(),
            new Dictionary<string, string>(),
            new Dictionary<string, IReadOnlyList<string>>(),
            IdempotencyKey.Fresh())));

    [Function(nameof(ShowProcedure))]
    public IResult ShowProcedure([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "procedure")] HttpRequest request) =>
        Reply.Page(ProcedurePage.Render(firm.Procedure, request.PageLanguageOf()));

    [Function(nameof(ShowDeadlines))]
    public IResult ShowDeadlines([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deadlines")] HttpRequest request)
    {
        Language language = request.PageLanguageOf();
        Fields fields = QueryFields.Of(request);
        Dictionary<string, string> values = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        DeadlineQuestion? question = values.ContainsKey("received") ? DeadlineQuestion.Read(fields, firm.Procedure) : null;
        bool isAnswered = question is not null && !fields.Errors.Any;
        return Reply.Page(
            DeadlinesPage.Render(new DeadlinesModel(
                firm.Procedure,
                language,
                values,
                fields.Errors.ToDictionary(),
                isAnswered ? new DeadlinesResult(question!.Dates, question.Steps(language)) : null)),
            question is null || isAnswered ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>The stylesheet and the icon; the real worker serves no static files.</summary>
    [Function(nameof(ShowAsset))]
    public IResult ShowAsset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name)
    {
        if (Assets.TryGet(name) is not { } asset)
        {
            return problems.NotFound(request);
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return Reply.Bytes(asset.ContentType, asset.Content);
    }
}
