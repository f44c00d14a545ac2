using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /api/deadlines</c>: the dates of a complaint and how they come about. Open to all.</summary>
public sealed class ComputeDeadlines(FirmRules firm, Problems problems)
{
    [Function(nameof(ComputeDeadlines))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deadlines")] HttpRequest request)
    {
        Fields fields = QueryFields.Of(request);
        DeadlineQuestion question = DeadlineQuestion.Read(fields, firm.Procedure);
        if (fields.Errors.Any)
        {
            return problems.BadFields(request, fields.Errors);
        }

        DeadlineDates dates = question.Dates;
        return Reply.Json(new
        {
            received = question.ReceivedOn,
            sent = question.SentOn,
            acknowledgeBy = dates.AcknowledgeBy,
            respondBy = dates.RespondBy,
            respondByIf642 = dates.RespondByIf642,
            mediatorFrom = dates.MediatorFrom,
            mediatorUntil = dates.MediatorUntil,
            steps = question.Steps(request.LanguageOf()),
        });
    }
}
