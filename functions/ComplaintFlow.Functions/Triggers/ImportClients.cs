using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>
/// <c>PUT /api/directory/clients</c> (<c>text/csv</c>, scope <c>admin</c>): replaces the clients of the directory by those of a
/// list (<see cref="ClientList"/>). A wrong line changes nothing.
/// </summary>
public sealed class ImportClients(MachineDoor door, DirectoryStore directory, Problems problems)
{
    [Function(nameof(ImportClients))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/directory/clients")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Admin) is { } refusal)
        {
            return refusal;
        }

        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
        {
            return problems.WrongType(request, "text/csv");
        }

        using StreamReader body = new(request.Body);
        (IReadOnlyList<ClientEntry> clients, IReadOnlyList<string> faults) = ClientList.Parse(await body.ReadToEndAsync(cancellationToken));
        StoredDirectory current = await directory.GetAsync(cancellationToken);
        StaffDirectory wanted = current.Directory with { Clients = clients };
        string[] all = [.. faults, .. DirectoryFile.Parse(DirectoryFile.Write(wanted)).Faults];
        if (all.Length > 0)
        {
            FieldErrors errors = new(request.LanguageOf());
            foreach (string fault in all)
            {
                errors.Add("clients", fault, fault);
            }

            return problems.BadFields(request, errors);
        }

        return await directory.TryReplaceAsync(wanted, current.ETag, cancellationToken)
            ? Reply.Json(new { clients = clients.Count })
            : problems.OutOfDate(request);
    }
}
