using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /api/complaints?q=&amp;status=&amp;level=&amp;handler=&amp;dueBefore=&amp;from=&amp;to=&amp;page=</c> (scope <c>read</c>).</summary>
public sealed class ListComplaints(MachineDoor door, ComplaintSearch search, Problems problems)
{
    private const int PageSize = 50;

    [Function(nameof(ListComplaints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/complaints")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Read) is { } refusal)
        {
            return refusal;
        }

        Fields fields = QueryFields.Of(request);
        ComplaintQuery query = new(
            fields.Optional("q", 300),
            fields.OptionalChoice<Status>("status"),
            ReadNumber(fields, "level", 1, 3),
            fields.Optional("handler", 300),
            fields.OptionalDate("dueBefore"),
            fields.OptionalDate("from"),
            fields.OptionalDate("to"));
        int page = ReadNumber(fields, "page", 1, 1_000_000) ?? 1;
        if (fields.Errors.Any)
        {
            return problems.BadFields(request, fields.Errors);
        }

        (IReadOnlyList<StoredComplaint> items, bool hasMore) = await search.FindAsync(query, page, PageSize, cancellationToken);
        return Reply.Json(new { items = items.Select(ComplaintView.ItemOf), nextPage = hasMore ? page + 1 : (int?)null });
    }

    private static int? ReadNumber(Fields fields, string name, int least, int most)
    {
        if (fields.Optional(name, 20) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
        {
            fields.Add(name, $"Un nombre de {least} à {most} est attendu ici.", $"A number from {least} to {most} is expected here.");
            return null;
        }

        return number;
    }
}
