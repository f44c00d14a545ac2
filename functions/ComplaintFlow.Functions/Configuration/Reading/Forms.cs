using System.Globalization;
using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>The forms of values that both files share.</summary>
internal static class Forms
{
    public static readonly Form<string> Text = new("a text", "a text that is not empty", TryText);

    public static readonly Form<DateOnly> Date = new("a date", "a day that exists, such as \"2026-03-02\"", TryDate);

    public static readonly Form<TimeOnly> Time = new("a time of day", "hours and minutes, such as \"08:00\"", TryTime);

    /// <summary>An address whose local part and domain may carry accents.</summary>
    public static readonly Form<string> Email = new(
        "an e-mail address", "an address, such as \"reclamations@courtier.example\"",
        (JsonElement element, out string address) => JsonText.TryGet(element, out address) && EmailAddress.IsWellFormed(address));

    public static readonly Form<string> AsciiEmail = new(
        "an e-mail address in plain ASCII", "an address without accents, such as \"reclamations@courtier.example\"",
        (JsonElement element, out string address) => JsonText.TryGet(element, out address)
            && EmailAddress.IsWellFormed(address) && EmailAddress.IsAscii(address));

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public static Form<int> WholeNumber(int from, int to) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}"),
        string.Create(CultureInfo.InvariantCulture, $"a number such as {from} or {to}"),
        (JsonElement element, out int number) =>
        {
            number = 0;
            return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number) && number >= from && number <= to;
        });

    /// <summary>One of a few names, exactly as written here.</summary>
    public static Form<T> OneOf<T>(string kind, params IReadOnlyList<(string Name, T Value)> choices) => new(
        kind,
        $"one of {string.Join(", ", choices.Select(choice => JsonText.Quote(choice.Name)))}",
        (JsonElement element, out T value) =>
        {
            bool isText = JsonText.TryGet(element, out string name);
            (string Name, T Value)[] found = [.. choices.Where(choice => isText && choice.Name == name)];
            value = found.Length == 1 ? found[0].Value : choices[0].Value;
            return found.Length == 1;
        });

    private static bool TryText(JsonElement element, out string text) =>
        JsonText.TryGet(element, out text) && !string.IsNullOrWhiteSpace(text);

    private static bool TryDate(JsonElement element, out DateOnly date)
    {
        date = default;
        return JsonText.TryGet(element, out string text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static bool TryTime(JsonElement element, out TimeOnly time)
    {
        time = default;
        return JsonText.TryGet(element, out string text)
            && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
