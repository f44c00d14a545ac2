using System.Text;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /api/directory</c> (scope <c>admin</c>).</summary>
public sealed class ReadDirectory(MachineDoor door, DirectoryStore directory)
{
    [Function(nameof(ReadDirectory))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/directory")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Admin) is { } refusal)
        {
            return refusal;
        }

        StoredDirectory stored = await directory.GetAsync(cancellationToken);
        return Reply.Bytes("application/json; charset=utf-8", Encoding.UTF8.GetBytes(DirectoryFile.Write(stored.Directory)))
            .With(HeaderNames.ETag, DirectoryETag.Of(stored));
    }
}
