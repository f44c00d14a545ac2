using ComplaintFlow.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>The browser's question before a page of another origin posts; the middleware adds the answer's headers.</summary>
public static class SubmitComplaintPreflight
{
    [Function(nameof(SubmitComplaintPreflight))]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/complaints")] HttpRequest request) =>
        Reply.Empty(StatusCodes.Status204NoContent).With("Allow", "GET, POST, OPTIONS");
}
