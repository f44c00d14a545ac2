using System.Text.Encodings.Web;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A tag of a mail: it writes blocks, or another template's text.</summary>
/// <param name="tag">One of <see cref="MailTags"/>.</param>
/// <param name="name">The part, or the variable, that it is about.</param>
/// <param name="label">Its heading, or the words of a link; null without.</param>
internal sealed class MailTag(string tag, string name, string? label) : Statement
{
    public string Tag => tag;

    public string Name => name;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        MailWriter mail = (MailWriter)writer;
        if (tag == MailTags.Include)
        {
            return await mail.Templates.Part(name, mail.Language).Body.RenderStatementsAsync(writer, encoder, context);
        }

        FluidValue value = await context.Model.GetValueAsync(name, context);
        if (!value.IsNil())
        {
            mail.Hold(new HeldBlocks([.. Blocks(mail, value)]));
        }

        return Completion.Normal;
    }

    private IEnumerable<Block> Blocks(MailWriter mail, FluidValue value)
    {
        if (tag == MailTags.Link)
        {
            return [new LinkButton(Printed(label!, mail.Language), value.ToStringValue())];
        }

        if (tag == MailTags.Letter)
        {
            return mail.Templates.WriteLetter((IMailModel)value.ToObjectValue());
        }

        Block block = tag switch
        {
            MailTags.Quote => new Quote(value.ToStringValue().Trim()),
            MailTags.Words => new Words(value.ToStringValue().Trim()),
            _ => new Paragraph(Printed(value.ToStringValue(), mail.Language)),
        };
        return label is null ? [block] : [new Heading(Printed(label, mail.Language)), block];
    }

    private static string Printed(string text, Language language) => PrintedText.Own(QuotedWords.InLine(text), language);
}
