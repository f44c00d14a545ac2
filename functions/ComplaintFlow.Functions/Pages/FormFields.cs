using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>
/// Draws the fields of one form: label bound to the control, hint and error described, what was typed kept.
/// </summary>
/// <param name="Prefix">Keeps ids unique on a page with several forms; empty on a page with one.</param>
internal sealed record FormFields(
    string Prefix,
    Language Language,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    private static readonly Dictionary<string, string> NoValues = [];
    private static readonly Dictionary<string, IReadOnlyList<string>> NoErrors = [];
    private readonly Dictionary<string, string> _labels = [];

    /// <summary>The fields of the form of one act, with what was refused if it was this one.</summary>
    public static FormFields Of(string action, Language language, RejectedAct? rejected) => rejected?.Action == action
        ? new(action, language, rejected.Values, rejected.Errors)
        : new(action, language, NoValues, NoErrors);

    public string IdOf(string name) => Prefix.Length == 0 ? name : $"{Prefix}-{name}";

    /// <summary>The label of a field that has been drawn, else null.</summary>
    public string? LabelOf(string name) => _labels.GetValueOrDefault(name);

    public Html Input(Field field) => Around(field, Html.Of(
        $"""<input id="{IdOf(field.Name)}" name="{field.Name}" type="{field.Type}" value="{ValueOf(field)}"{Attributes(field)}>"""));

    public Html Date(Field field) => Input(field with { Type = "date" });

    /// <summary>The parser drops one line break after the tag, so that one typed first is not lost.</summary>
    public Html Area(Field field) => Around(field, Html.Of(
        $"""<textarea id="{IdOf(field.Name)}" name="{field.Name}" rows="{field.Rows}"{Attributes(field)}>{"\n"}{ValueOf(field)}</textarea>"""));

    public Html Select(Field field, IEnumerable<(string Value, string Text)> options)
    {
        string chosen = ValueOf(field);
        return Around(field, Html.Of($"""
            <select id="{IdOf(field.Name)}" name="{field.Name}"{Attributes(field)}>{Html.Each(options, option =>
                Html.Of($"""<option value="{option.Value}"{Html.When(option.Value == chosen, Html.Of($" selected"))}>{option.Text}</option>"""))}</select>
            """));
    }

    public Html Radios(Field field, IEnumerable<(string Value, string Text)> options)
    {
        _labels[field.Name] = field.Label;
        string chosen = ValueOf(field);
        return Html.Of($"""
            <fieldset class="field radios" id="{IdOf(field.Name)}" tabindex="-1"{Described(field)}><legend>{field.Label}</legend>{Notes(field)}
            {Html.Each(options, option => Html.Of($"""
            <div class="choice"><input type="radio" id="{IdOf(field.Name)}-{option.Value}" name="{field.Name}" value="{option.Value}"{Html.When(option.Value == chosen, Html.Of($" checked"))}><label for="{IdOf(field.Name)}-{option.Value}">{option.Text}</label></div>
            """))}</fieldset>
            """);
    }

    public Html Check(Field field) => Html.Of($"""
        <div class="field choice"><input type="checkbox" id="{IdOf(field.Name)}" name="{field.Name}" value="true"{Html.When(ValueOf(field) is "true" or "on", Html.Of($" checked"))}{Described(field)}><label for="{IdOf(field.Name)}">{field.Label}</label>{Notes(field)}</div>
        """);

    public Html File(Field field, bool multiple) => Around(field, Html.Of(
        $"""<input id="{IdOf(field.Name)}" name="{field.Name}" type="file"{Html.When(multiple, Html.Of($" multiple"))}{Described(field)}{Html.When(field.Required, Html.Of($" required"))}>"""));

    public static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    private Html Around(Field field, Html control)
    {
        _labels[field.Name] = field.Label;
        return Html.Of($"""
            <div class="field{(ErrorsOf(field).Count > 0 ? " invalid" : "")}"><label for="{IdOf(field.Name)}">{field.Label}{Mark(field)}</label>{Notes(field)}{control}</div>
            """);
    }

    private Html Mark(Field field) => Html.When(
        !field.Required && !field.Unmarked, () => Html.Of($""" <span class="optional">{Language.Say("(facultatif)", "(optional)")}</span>"""));

    private Html Notes(Field field) => Html.Of($"""
        {Html.When(field.Hint is not null, () => Html.Of($"""<p class="hint" id="{IdOf(field.Name)}-hint">{field.Hint}</p>"""))}{Html.When(
        ErrorsOf(field).Count > 0, () => Html.Of($"""<p class="error" id="{IdOf(field.Name)}-error">{string.Join(" ", ErrorsOf(field))}</p>"""))}
        """);

    private Html Attributes(Field field) => Html.Of($"""
        {Html.When(field.Autocomplete is not null, () => Html.Of($" autocomplete=\"{field.Autocomplete}\""))}{Html.When(
        field.MaxLength is not null, () => Html.Of($" maxlength=\"{field.MaxLength ?? 0}\""))}{Html.When(
        field.Required, () => Html.Of($" required"))}{Described(field)}
        """);

    private Html Described(Field field)
    {
        bool wrong = ErrorsOf(field).Count > 0;
        string[] ids = [.. field.Hint is null ? [] : new[] { $"{IdOf(field.Name)}-hint" }, .. wrong ? new[] { $"{IdOf(field.Name)}-error" } : []];
        return Html.Of($"""
            {Html.When(ids.Length > 0, () => Html.Of($" aria-describedby=\"{string.Join(' ', ids)}\""))}{Html.When(wrong, Html.Of($" aria-invalid=\"true\""))}
            """);
    }

    private string ValueOf(Field field) => Values.GetValueOrDefault(field.Name) ?? field.Value ?? "";

    private IReadOnlyList<string> ErrorsOf(Field field) => Errors.GetValueOrDefault(field.Name) ?? [];
}
