using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What became of the act that led to this page.</summary>
public enum FlashKind
{
    Done,

    /// <summary>It was done before; nothing changed.</summary>
    AlreadyDone,
    Refused,
}

/// <summary>The word on the last act, above the page. <paramref name="Text"/> null: the usual words; a refusal says its reason.</summary>
public sealed record Flash(FlashKind Kind, string? Text = null)
{
    internal Html Render(Language language) => Html.Of($"""
        <div class="flash {(Kind == FlashKind.Refused ? "refused" : "done")}" role="{(Kind == FlashKind.Refused ? "alert" : "status")}" data-outcome="{Outcome}"><p>{Words(language)}</p></div>
        """);

    /// <summary>The same for programs that read the page.</summary>
    private string Outcome => Kind switch
    {
        FlashKind.Done => "done",
        FlashKind.AlreadyDone => "already done",
        FlashKind.Refused => "refused",
        _ => throw new InvalidOperationException($"No outcome for {Kind}."),
    };

    private string Words(Language language) => Kind switch
    {
        FlashKind.Done => Text is null ? language.Say("C’est fait.", "Done.") : language.Say(Text, Text),
        FlashKind.AlreadyDone => Text is null
            ? language.Say("C’était déjà fait : rien n’a changé.", "This was already done: nothing has changed.")
            : language.Say(Text, Text),
        FlashKind.Refused => Text is null
            ? language.Say("Cette action n’est pas possible.", "This is not possible.")
            : language.Say(Text, Text),
        _ => throw new InvalidOperationException($"No words for {Kind}."),
    };
}
