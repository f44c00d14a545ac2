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

        (Func<DateTimeOffset, DateTimeOffset>? target, IResult? refusal) = Target(body);
        if (target is null)
        {
            return refusal!;
        }

        try
        {
            await clock.AdvanceAsync(target);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Text(body, "to") is null
                ? Refuse("by", "Cette durée mène au-delà de l'an 9999.")
                : Refuse("to", "Cet instant est passé.");
        }

        return Read(clock);
    }

    private static (Func<DateTimeOffset, DateTimeOffset>? Target, IResult? Refusal) Target(JsonElement body)
    {
        string? to = Text(body, "to");
        string? by = Text(body, "by");
        if (to is null == by is null)
        {
            return (null, Refuse("to", "Il faut « to » (un instant) ou « by » (une durée), et un seul des deux."));
        }

        if (to is not null)
        {
            return Instant.TryParse(to, out DateTimeOffset instant)
                ? (_ => instant, null)
                : (null, Refuse("to", "Ce n'est pas un instant ISO 8601 avec décalage (2026-03-02T09:00:00+01:00)."));
        }

        return CalendarPeriod.TryParse(by!, out CalendarPeriod period)
            ? (now => period.After(now, Zone), null)
            : (null, Refuse("by", "Ce n'est pas une durée ISO 8601 (P10D, P2M, PT5M)."));
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
