using System.Globalization;

namespace ComplaintFlow.Scenarios.App;

/// <summary>What was told to whom, one line a mail: <c>2026-03-07 08:00 assignment conseil1</c>, in Paris time.</summary>
public static class Chronicle
{
    /// <summary>The lines of all mails, or of the kinds asked for, sorted.</summary>
    public static IReadOnlyList<string> Lines(this TestMailbox mailbox, params string[] kinds) =>
        [.. mailbox.Where(mail => kinds.Length == 0 || kinds.Contains(mail.Kind)).Select(Line).Order(StringComparer.Ordinal)];

    /// <summary>The mails are these and no others, whatever their order.</summary>
    public static void Tells(this TestMailbox mailbox, string[] kinds, params IEnumerable<string> expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), mailbox.Lines(kinds));

    /// <summary>Exact to the second: a mail a moment late shows.</summary>
    private static string Line(TestMail mail)
    {
        string at = mail.At.ToString(mail.At.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{at} {mail.Kind} {mail.To[..mail.To.IndexOf('@', StringComparison.Ordinal)]}";
    }
}
