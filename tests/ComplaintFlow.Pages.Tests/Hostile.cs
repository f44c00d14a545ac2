namespace ComplaintFlow.Pages.Tests;

/// <summary>What a person may type who means harm, or writes in another script.</summary>
internal static class Hostile
{
    public static string Of(string field) =>
        $"\n{field}</textarea></title></bdi>\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; {{0}} \u202Eצופן é\u00A0 🙂\r\n  " + new string('W', 120);

    /// <summary>A one-line field holds no line breaks.</summary>
    public static string Line(string field) => Of(field).Replace("\r\n", " ", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);

    /// <summary>As a parser reads it back.</summary>
    public static string Read(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
