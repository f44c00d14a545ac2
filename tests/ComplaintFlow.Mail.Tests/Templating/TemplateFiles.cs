using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>A folder of a firm's own templates.</summary>
internal sealed class TemplateFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates");

    public static string Defaults { get; } =
        Path.Combine(Repository.Root, "functions", "ComplaintFlow.Functions", "Mail", "Templates");

    public string Folder => _folder.FullName;

    public static string Default(string file) => File.ReadAllText(Path.Combine(Defaults, file));

    public TemplateFiles With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    /// <summary>A default with a piece of it replaced; the piece must be there.</summary>
    public TemplateFiles Changed(string file, string from, string to)
    {
        string text = Default(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return With(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public MailTemplates Read() => MailTemplates.Read(Folder);

    /// <summary>The templates, which must have no fault.</summary>
    public MailTemplates ReadRight()
    {
        MailTemplates templates = Read();
        Assert.Empty(templates.Faults);
        return templates;
    }

    /// <summary>The faults, without the folder's path.</summary>
    public IReadOnlyList<string> Faults() => [.. Read().Faults.Select(fault => fault.Replace($"{Folder}/", "", StringComparison.Ordinal))];

    public void Dispose() => _folder.Delete(recursive: true);
}
