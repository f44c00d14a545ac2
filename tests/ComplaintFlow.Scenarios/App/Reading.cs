using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>How scenarios read mails, pages and complaints: by their words, whatever the spaces between them.</summary>
public static class Reading
{
    /// <summary>The words on one line: narrow and non-breaking spaces and line ends as one space.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every part occurs in the text.</summary>
    public static void Says(string text, params IEnumerable<string> parts)
    {
        string plain = Plain(text);
        Assert.All(parts, part => Assert.Contains(Plain(part), plain, StringComparison.Ordinal));
    }

    /// <summary>Every part occurs in the mail, in its text and in its HTML.</summary>
    public static TestMail Says(this TestMail mail, params IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        Says(mail.Text, all);
        new WebPage("", mail.Html).Says(all);
        return mail;
    }

    public static void DoesNotSay(this TestMail mail, string part) =>
        Assert.DoesNotContain(Plain(part), Plain(mail.Text), StringComparison.OrdinalIgnoreCase);

    /// <summary>The value at a path such as <c>deadlines.respondBy</c> as text; null when absent.</summary>
    public static string? Field(this JsonNode json, string path)
    {
        JsonNode? node = json;
        foreach (string name in path.Split('.'))
        {
            node = node?[name];
        }

        return node?.ToString();
    }

    /// <summary>The journal's lines of a type.</summary>
    public static IReadOnlyList<JsonNode> Lines(this JsonNode complaint, string type) =>
        [.. complaint["journal"]!.AsArray().Where(line => line!.Field("type") == type).Select(line => line!)];
}
