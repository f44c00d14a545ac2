using Fluid;
using Fluid.Ast;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The grammar of templates: a small part of Liquid, and the tags of a mail.</summary>
internal sealed class TemplateParser : FluidParser
{
    private TemplateParser()
    {
        Primary.Parser = new Located<Expression>(Primary.Parser!);
        FilterExpression.Parser = new Located<Expression>(FilterExpression.Parser!);
        foreach (string tag in RegisteredTags.Keys.Except(MailTags.OfLiquid).ToArray())
        {
            RegisteredTags.Remove(tag);
        }

        Tag(MailTags.Include, String.ElseError("le nom d’une partie entre guillemets est attendu : {% include \"signature\" %}").Then(part => (part.ToString()!, default(string))));
        Tag(MailTags.Quote, Name(MailTags.Quote).And(ZeroOrOne(String)).Then(both => (both.Item1, Label(both.Item2))));
        Tag(MailTags.Words, Name(MailTags.Words).Then(name => (name, default(string))));
        Tag(MailTags.Link, Name(MailTags.Link)
            .And(String.ElseError("les mots du lien sont attendus entre guillemets : {% link follow_up \"Suivre votre réclamation\" %}"))
            .Then(both => (both.Item1, Label(both.Item2))));
        Tag(MailTags.Level2, ZeroOrOne(String).Then(heading => (MailTags.Level2, Label(heading))));
        Tag(MailTags.Mediator, ZeroOrOne(String).Then(heading => (MailTags.Mediator, Label(heading))));
        Tag(MailTags.Letter, Always((MailTags.Letter, default(string))));
        foreach (string section in MailTags.Sections)
        {
            RegisteredTags[section] = TagEnd.ElseError($"« %}} » est attendu après {section}").SkipAnd(AnyTagsList)
                .AndSkip(CreateTag($"end{section}").ElseError($"« {{% end{section} %}} » est attendu"))
                .Then<Statement>(statements => new MailSection(section, statements));
        }

        foreach ((string tag, Parser<Statement> parser) in RegisteredTags.ToArray())
        {
            RegisteredTags[tag] = new Located<Statement>(parser, "{%");
        }
    }

    /// <summary>Made when the first template is read: a start without templates of its own does not need it.</summary>
    public static Lazy<TemplateParser> Shared { get; } = new(() => new TemplateParser());

    private static string? Label(TextSpan span) => span.Buffer is null ? null : span.ToString();

    private Parser<string> Name(string tag) => Identifier.ElseError($"le nom d’une variable est attendu après {tag}");

    private void Tag(string tag, Parser<(string Name, string? Label)> arguments) => RegisteredTags[tag] = arguments
        .AndSkip(TagEnd.ElseError($"« %}} » est attendu à la fin de {tag}"))
        .Then<Statement>(read => new MailTag(tag, read.Name, read.Label));
}
