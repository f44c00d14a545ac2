namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The firm's own templates. A name that none of ours has is a fault: such a file would do nothing.</summary>
internal sealed record TemplateFolder(IReadOnlyList<Template> Templates, IReadOnlyList<string> Faults)
{
    private const string Setting = "ComplaintFlow__Email__Templates";

    public static TemplateFolder Read(string folder)
    {
        Dictionary<string, TemplateName> known = TemplateKinds.All.SelectMany(kind => kind.Files).ToDictionary(name => name.FileName, StringComparer.Ordinal);
        List<Template> templates = [];
        List<string> faults = [];
        try
        {
            foreach (string path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                string file = Path.GetFileName(path);
                if (known.TryGetValue(file, out TemplateName name))
                {
                    templates.Add(TemplateReader.Read(name, path, File.ReadAllText(path), isOverride: true, hasSubject: !TemplateKinds.Of(name).IsPart));
                }
                else if (!IsBeside(file))
                {
                    faults.Add($"{path}: aucun modèle ne porte ce nom{TemplateReader.Meant(file, known.Keys)}.");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{Setting} : le dossier {folder} ne se lit pas ({exception.Message}) ; il faut un dossier de modèles, ou rien.");
        }

        return new TemplateFolder(templates, faults);
    }

    /// <summary>What may lie beside the templates: notes, hidden files, an editor's copies.</summary>
    private static bool IsBeside(string file) =>
        file.StartsWith('.') || file.EndsWith('~') || file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
}
