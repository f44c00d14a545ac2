using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;
using Fluid.Ast;
using Parlot;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>Reads one template's text: the subject, up to the first empty line, and the body.</summary>
internal static partial class TemplateReader
{
    /// <param name="hasSubject">False for a part, which is body only.</param>
    public static Template Read(TemplateName name, string path, string text, bool isOverride, bool hasSubject)
    {
        string source = TrailingSpaces().Replace(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), "");
        Template template = new() { Name = name, Path = path, Source = source, IsOverride = isOverride };
        List<TemplateFault> faults = [.. UnknownTags(template)];
        int body = 0;
        string subject = "";
        if (hasSubject)
        {
            string label = name.Language == Language.French ? "Objet :" : "Subject:";
            body = source.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and int end ? end + 1 : source.Length;
            if (source.StartsWith(label, StringComparison.Ordinal) && source[label.Length..body].Trim().Length > 0)
            {
                subject = new string(' ', label.Length) + source[label.Length..body];
            }
            else
            {
                faults.Add(template.FaultAt(0, $"le fichier commence par « {label} », l’objet du message et une ligne vide"));
            }
        }

        if (faults.Count > 0)
        {
            return template with { Faults = faults };
        }

        Dictionary<object, int> offsets = new(ReferenceEqualityComparer.Instance);
        return template with
        {
            Subject = Parse(template, subject, offsets, faults),
            Body = Parse(template, Blank(source, body), offsets, faults),
            Offsets = offsets,
            Faults = faults,
        };
    }

    /// <summary>The words after <c>{%</c> that are no tag, outside comments.</summary>
    private static IEnumerable<TemplateFault> UnknownTags(Template template) => TagWord()
        .Matches(Comment().Replace(template.Source, comment => Blanked(comment.Value)))
        .Where(tag => !MailTags.All.Contains(tag.Groups[1].Value))
        .Select(tag => template.FaultAt(
            tag.Groups[1].Index, $"l’instruction « {tag.Groups[1].Value} » n’existe pas{Meant(tag.Groups[1].Value, MailTags.All)}"));

    /// <summary>« ; vouliez-vous dire … ? », or nothing.</summary>
    public static string Meant(string written, IReadOnlyCollection<string> known) =>
        known.Count > 0 && NearestName.To(written, known) is { } near ? $" ; vouliez-vous dire « {near} »" : "";

    private static IReadOnlyList<Statement> Parse(Template template, string text, Dictionary<object, int> offsets, List<TemplateFault> faults)
    {
        TemplateParseContext context = new(text);
        int at = 0;
        string? wrong;
        try
        {
            if (TemplateParser.Shared.Value.Grammar.TryParse(context, out IReadOnlyList<Statement> statements, out ParseError? error))
            {
                foreach ((object place, int offset) in context.Offsets)
                {
                    offsets[place] = offset;
                }

                return statements;
            }

            (wrong, at) = (error?.Message, error?.Position.Offset ?? context.Scanner.Cursor.Offset);
        }
        catch (ParseException exception)
        {
            (wrong, at) = (exception.Message, exception.Position.Offset);
        }
        catch (Fluid.ParseException exception)
        {
            (wrong, at) = (exception.Message, context.Scanner.Cursor.Offset);
        }

        faults.Add(template.FaultAt(at, $"cette écriture n’est pas lisible{(wrong is null ? "" : $" ({wrong})")}"));
        return [];
    }

    /// <summary>The text with its beginning blank, so that places in it are those of the file.</summary>
    private static string Blank(string source, int until) => Blanked(source[..until]) + source[until..];

    private static string Blanked(string text) => string.Concat(text.Select(c => c == '\n' ? c : ' '));

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingSpaces();

    [GeneratedRegex(@"\{%-?\s*([^\s%}-]+)")]
    private static partial Regex TagWord();

    [GeneratedRegex(@"(?<=\{%-?\s*comment\s*-?%\}).*?(?=\{%-?\s*endcomment\s*-?%\})", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
