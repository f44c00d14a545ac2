namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The templates that come with the program, from its resources.</summary>
internal static class DefaultTemplates
{
    public static Template Read(TemplateName name)
    {
        using Stream stream = typeof(DefaultTemplates).Assembly.GetManifestResourceStream($"mail/{name.FileName}")
            ?? throw new InvalidOperationException($"There is no template {name.FileName}.");
        using StreamReader reader = new(stream);
        Template template = TemplateReader.Read(name, name.FileName, reader.ReadToEnd(), isOverride: false, hasSubject: !TemplateKinds.Of(name).IsPart);
        return template.Faults is [var fault, ..] ? throw new InvalidOperationException(fault.ToString()) : template;
    }
}
