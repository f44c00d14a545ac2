using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary><c>GET /local/clock</c> and <c>POST /local/clock/advance</c>.</summary>
internal static class ClockEndpoints
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static IResult Read(VirtualClock clock) => Results.Json(new { now = Local(clock.Now) });

    public static async Task<IResult> AdvanceAsync(VirtualClock clock, HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Il faut du JSON (application/json).");
        }

        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return Refuse("body", "Le corps n'est pas du JSON.");
        }

        (DateTimeOffset to, IResult? refusal) = Target(body, clock.Now);
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            await clock.AdvanceToAsync(to);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refuse("to", "Cet instant est passé.");
        }

        return Read(clock);
    }

    private static (DateTimeOffset To, IResult? Refusal) Target(JsonElement body, DateTimeOffset now)
    {
        string? to = Text(body, "to");
        string? by = Text(body, "by");
        if (to is null == by is null)
        {
            return (default, Refuse("to", "Il faut « to » (un instant) ou « by » (une durée), et un seul des deux."));
        }

        if (to is not null)
        {
            return !Instant.TryParse(to, out DateTimeOffset instant)
                ? (default, Refuse("to", "Ce n'est pas un instant ISO 8601 avec décalage (2026-03-02T09:00:00+01:00)."))
                : instant < now ? (default, Refuse("to", "Cet instant est passé.")) : (instant, null);
        }

        try
        {
            return CalendarPeriod.TryParse(by!, out CalendarPeriod period)
                ? (period.After(now, Zone), null)
                : (default, Refuse("by", "Ce n'est pas une durée ISO 8601 (P10D, P2M, PT5M)."));
        }
        catch (ArgumentOutOfRangeException)
        {
            return (default, Refuse("by", "Cette durée mène au-delà de l'an 9999."));
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetRawText(),
            }
            : null;

    private static IResult Refuse(string field, string message) => Results.ValidationProblem(
        new Dictionary<string, string[]> { [field] = [message] }, detail: message, title: "L'horloge n'a pas bougé.");

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
