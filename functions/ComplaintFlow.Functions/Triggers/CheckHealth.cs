using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /healthz</c>: 200 once everything works, 503 with the parts that do not.</summary>
public sealed class CheckHealth(Readiness readiness)
{
    [Function(nameof(CheckHealth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "healthz")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string?> parts = await readiness.CheckAsync(client, cancellationToken);
        bool isWell = parts.Values.All(fault => fault is null);
        return Reply.Json(
            new { status = isWell ? "ok" : "unavailable", parts = parts.ToDictionary(part => part.Key, part => part.Value ?? "ok") },
            isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
