using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>The parameters of a query string, read like the fields of a body.</summary>
internal static class QueryFields
{
    public static Fields Of(HttpRequest request) => new(
        request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        new FieldErrors(request.LanguageOf()));
}
