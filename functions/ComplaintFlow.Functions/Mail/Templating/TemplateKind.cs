using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A kind of template: of a mail, or of a part that mails share.</summary>
/// <param name="Name">The beginning of its files' names; a part's begins with <c>_</c>.</param>
/// <param name="Variables">What it may use. A part uses what the mails that include it have.</param>
/// <param name="Needs">What every mail of the kind must say.</param>
internal sealed record TemplateKind(string Name, IReadOnlyList<Language> Languages, Variables Variables, IReadOnlyList<Need> Needs)
{
    private static readonly Language[] French = [Language.French];
    private static readonly Language[] Both = [Language.French, Language.English];

    /// <summary>Whether the mail goes to staff: its one link is the only address in it.</summary>
    public bool IsForStaff { get; private init; }

    public bool IsPart => Name.StartsWith('_');

    public IEnumerable<TemplateName> Files => Languages.Select(language => new TemplateName(Name, language));

    public static TemplateKind Client(string name, Variables variables, params IReadOnlyList<Need> needs) => new(name, Both, variables, needs);

    public static TemplateKind Staff(string name, Variables variables, params IReadOnlyList<Need> needs) => new(name, French, variables, needs) { IsForStaff = true };

    public static TemplateKind ClientPart(string name, Variables? variables = null, params IReadOnlyList<Need> needs) =>
        new($"_{name}", Both, variables ?? Variables.None, needs);

    public static TemplateKind StaffPart(string name) => new($"_{name}", French, Variables.None, []);
}
