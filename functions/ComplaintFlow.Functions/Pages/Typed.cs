using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What people typed: encoded, line breaks kept, long words broken (class <c>typed</c>).</summary>
internal static class Typed
{
    public static Html Block(string? text) =>
        Html.When(!string.IsNullOrEmpty(text), () => Html.Of($"""<div class="typed" dir="auto">{text}</div>"""));

    public static Html Inline(string? text) => Html.Of($"""<bdi class="typed">{text}</bdi>""");

    /// <summary>Folded when long, so that a table stays readable.</summary>
    public static Html Folded(string? text, string summary) => text is { Length: > 280 }
        ? Html.Of($"<details class=\"fold\"><summary>{summary}</summary>{Block(text)}</details>")
        : Block(text);

    /// <summary>A size in bytes, octets in French.</summary>
    public static string Size(long bytes, bool french) => bytes switch
    {
        < 1_000 => french ? $"{bytes} o" : $"{bytes} B",
        < 1_000_000 => french ? $"{bytes / 1_000} Ko" : $"{bytes / 1_000} kB",
        _ => french ? $"{bytes / 1_000_000},{bytes % 1_000_000 / 100_000} Mo" : $"{bytes / 1_000_000}.{bytes % 1_000_000 / 100_000} MB",
    };
}
