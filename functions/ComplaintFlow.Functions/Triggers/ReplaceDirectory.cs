using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>PUT /api/directory</c> (scope <c>admin</c>): the whole directory; a wrong one changes nothing. Honours <c>If-Match</c>.</summary>
public sealed class ReplaceDirectory(MachineDoor door, DirectoryStore directory, Problems problems)
{
    [Function(nameof(ReplaceDirectory))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/directory")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Admin) is { } refusal)
        {
            return refusal;
        }

        if (!request.HasJsonContentType())
        {
            return problems.WrongType(request, "application/json");
        }

        using StreamReader body = new(request.Body);
        DirectoryReading reading = DirectoryFile.Parse(await body.ReadToEndAsync(cancellationToken));
        if (reading.Directory is not { } wanted)
        {
            FieldErrors errors = new(request.LanguageOf());
            foreach (string fault in reading.Faults)
            {
                string[] parts = fault.Split(": ", 2);
                errors.Add(parts.Length == 2 ? parts[0] : "$", parts[^1], parts[^1]);
            }

            return problems.BadFields(request, errors);
        }

        StoredDirectory current = await directory.GetAsync(cancellationToken);
        string ifMatch = request.Headers.IfMatch.ToString();
        bool isCurrent = ifMatch.Length == 0 || ifMatch == "*" || ifMatch == DirectoryETag.Of(current);
        return isCurrent && await directory.TryReplaceAsync(wanted, current.ETag, cancellationToken)
            ? Reply.Empty(StatusCodes.Status204NoContent)
            : problems.OutOfDate(request);
    }
}
