using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What stands between the beginning and the end of <c>facts</c> or <c>note</c>.</summary>
internal sealed class MailSection(string tag, IReadOnlyList<Statement> statements) : TagStatement(statements)
{
    public string Tag => tag;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        MailWriter mail = (MailWriter)writer;
        mail.Hold(new SectionMark(tag));
        Completion completion = await Statements.RenderStatementsAsync(writer, encoder, context);
        mail.Hold(new SectionMark(null));
        return completion;
    }
}
