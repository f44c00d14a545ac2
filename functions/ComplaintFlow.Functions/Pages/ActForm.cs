using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The form of one act on a complaint. It posts to the page's own address, with the act's name in <c>action</c>.</summary>
/// <param name="Action">The name of the act on the wire.</param>
/// <param name="Fields">Draws the fields; empty for an act that is a button only.</param>
internal sealed record ActForm(string Action, string Title, string Submit, Func<FormFields, Html> Fields)
{
    /// <summary>What to know before acting.</summary>
    public Html Intro { get; init; }

    /// <summary>Sends files.</summary>
    public bool Files { get; init; }

    /// <summary>Hard to take back: drawn with restraint.</summary>
    public bool Weighty { get; init; }

    public static Html NoFields(FormFields fields) => Html.Empty;

    /// <summary>Folded unless <paramref name="open"/>, or refused just now.</summary>
    public Html Render(Language language, RejectedAct? rejected, bool open)
    {
        FormFields fields = FormFields.Of(Action, language, rejected);
        Html controls = Fields(fields);
        return Html.Of($"""
            <details class="act" id="act-{Action}"{Html.When(open || rejected?.Action == Action, Html.Of($" open"))}><summary>{Title}</summary>
            {ErrorSummary.Render(fields, controls)}
            {Intro}
            <form method="post" novalidate{Html.When(Files, Html.Of($" enctype=\"multipart/form-data\""))}>{FormFields.Hidden("action", Action)}
            {controls}
            <p><button type="submit"{Html.When(Weighty, Html.Of($" class=\"weighty\""))}>{Submit}</button></p>
            </form></details>
            """);
    }
}
