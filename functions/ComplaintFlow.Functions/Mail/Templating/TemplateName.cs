using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>Which template: a kind of mail or a part, and its language.</summary>
internal readonly record struct TemplateName(string Name, Language Language)
{
    public string FileName => $"{Name}.{(Language == Language.English ? "en" : "fr")}.liquid";

    public override string ToString() => FileName;
}
