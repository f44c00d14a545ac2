using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What stood around the words of a mail: kept, and folded away.</summary>
internal static class MailFold
{
    public static Html Render(MailFrame? mail, Language language) => Html.Of($"""
        {Fold(mail?.Quoted, language.Say("Messages cités", "Quoted messages"))}{Fold(mail?.Signature, language.Say("Signature", "Signature"))}
        """);

    private static Html Fold(string? text, string summary) => Html.When(
        !string.IsNullOrWhiteSpace(text), () => Html.Of($"<details class=\"fold mail\"><summary>{summary}</summary>{Typed.Block(text)}</details>"));
}
