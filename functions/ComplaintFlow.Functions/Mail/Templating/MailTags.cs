namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The tags of a template: some of Liquid's own, and those of a mail.</summary>
internal static class MailTags
{
    public const string Include = "include";
    public const string Quote = "quote";
    public const string Words = "words";
    public const string Link = "link";
    public const string Level2 = "level2";
    public const string Mediator = "mediator";
    public const string Letter = "letter";
    public const string Facts = "facts";
    public const string Note = "note";

    /// <summary>Tags with something between their beginning and their end.</summary>
    public static IReadOnlyList<string> Sections { get; } = [Facts, Note];

    /// <summary>What is kept of Liquid: nothing that makes variables, loops by number or reads files.</summary>
    public static IReadOnlyList<string> OfLiquid { get; } = ["if", "unless", "case", "for", "comment", "#"];

    /// <summary>Every word that may follow <c>{%</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Include, Quote, Words, Link, Level2, Mediator, Letter, .. Sections, .. OfLiquid,
        "elsif", "else", "when", "endif", "endunless", "endcase", "endfor", "endcomment", .. Sections.Select(section => $"end{section}"),
    ];
}
