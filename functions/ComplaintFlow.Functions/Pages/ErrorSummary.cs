using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What is wrong with a form, above it, in the order of its fields, each message with the name of its field and a link to it.</summary>
internal static class ErrorSummary
{
    /// <param name="form">The fields as drawn; an error of a field that is not among them is said without a link.</param>
    public static Html Render(FormFields fields, Html form)
    {
        string drawn = form.ToString();

        // What people typed is encoded, so the quotes can only come from a real attribute.
        int PlaceOf(string name) => drawn.IndexOf($"id=\"{fields.IdOf(name)}\"", StringComparison.Ordinal);
        bool IsShown(string name) => PlaceOf(name) >= 0;
        string Named(string name, string message) => fields.LabelOf(name) is { } label ? $"{label} – {message}" : message;

        return Html.When(fields.Errors.Count > 0, () => Html.Of($"""
            <div class="errors" role="alert" aria-labelledby="{fields.IdOf("errors")}" tabindex="-1">
            <h2 id="{fields.IdOf("errors")}">{fields.Language.Say("Quelques points sont à revoir", "A few things need your attention")}</h2>
            <ul>{Html.Each(fields.Errors.OrderBy(error => PlaceOf(error.Key)), error => Html.Each(error.Value, message => IsShown(error.Key)
                ? Html.Of($"""<li><a href="#{fields.IdOf(error.Key)}">{Named(error.Key, message)}</a></li>""")
                : Html.Of($"<li>{message}</li>")))}</ul>
            </div>
            """));
    }
}
