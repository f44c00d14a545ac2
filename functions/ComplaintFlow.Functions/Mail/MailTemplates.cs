using System.Collections.Concurrent;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;
using ComplaintFlow.Functions.Mail.Templating;
using ComplaintFlow.Functions.Mail.Templating.Values;
using Fluid;
using Fluid.Ast;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// The texts of the mails: those that come with the program (<c>Mail/Templates</c>), each read when it is first needed, and
/// in their place those of the firm's folder, read and checked at start (docs/mail-templates.md).
/// </summary>
public sealed class MailTemplates
{
    private readonly ConcurrentDictionary<string, Template> _read = new(StringComparer.Ordinal);

    private MailTemplates(IEnumerable<Template> overrides)
    {
        foreach (Template template in overrides)
        {
            _read[template.Name.FileName] = template;
        }
    }

    /// <summary>Those that come with the program.</summary>
    public static MailTemplates Default { get; } = new([]);

    /// <summary>What is wrong with the firm's folder, each with file, line and column; empty when all is well.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];

    /// <summary>The templates with those of a folder in their place.</summary>
    /// <param name="folder">Null or empty for none; then nothing is read yet, and the start costs nothing.</param>
    public static MailTemplates Read(string? folder) => string.IsNullOrEmpty(folder) ? Default : ReadFolder(folder);

    /// <summary>Writes a mail about a complaint.</summary>
    /// <exception cref="InvalidOperationException">The line cannot bring a mail of that kind.</exception>
    internal MailContent Compose(MailMaterial mail) => Compose(
        mail.Kind == MailKind.MediatorInformation && !mail.To.IsClient ? TemplateKinds.MediatorLetter : WireName.Of(mail.Kind),
        mail);

    internal MailContent Compose(string name, IMailModel model)
    {
        Template template = Find(new TemplateName(name, model.Language));
        TemplateContext context = ContextOf(template.Name, model);
        using MailWriter line = Written(template.Subject, context, model);
        string subject = PrintedText.Of(OneLine(line.Text), [.. line.Held], model.Language).Text;
        using MailWriter body = Written(template.Body, context, model);
        return new MailContent(subject, new Document(model.Language, subject, BlockReader.Read(body)), model.Language);
    }

    /// <summary>The text of the letter on the mediator, in the client's language.</summary>
    internal IReadOnlyList<Block> WriteLetter(IMailModel model)
    {
        Template text = Part(TemplateKinds.MediatorText, model.Language);
        using MailWriter letter = Written(text.Body, ContextOf(text.Name, model), model);
        return BlockReader.Read(letter);
    }

    internal Template Part(string name, Language language) => Find(new TemplateName($"_{name}", language));

    internal Template Find(TemplateName name) => _read.TryGetValue(name.FileName, out Template? known) ? known : _read.GetOrAdd(name.FileName, DefaultTemplates.Read(name));

    private static MailTemplates ReadFolder(string folder)
    {
        TemplateFolder files = TemplateFolder.Read(folder);
        MailTemplates templates = new(files.Templates);
        return new MailTemplates(files.Templates)
        {
            Faults = [.. files.Faults, .. files.Templates.Count == 0 ? [] : TemplateCheck.All(templates).Select(fault => fault.ToString())],
        };
    }

    private static TemplateContext ContextOf(TemplateName name, IMailModel model) =>
        new(new ModelValue(TemplateKinds.Of(name).Variables, model), TemplateLimits.Options);

    private MailWriter Written(IReadOnlyList<Statement> statements, TemplateContext context, IMailModel model)
    {
        MailWriter writer = new(this, model.Language);
        ValueTask<Completion> written = statements.RenderStatementsAsync(writer, NullEncoder.Default, context);
        _ = written.IsCompleted ? written.GetAwaiter().GetResult() : throw new InvalidOperationException("A template writes at once: nothing in it waits.");
        return writer;
    }

    /// <summary>A subject may stand on several lines of its template.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
