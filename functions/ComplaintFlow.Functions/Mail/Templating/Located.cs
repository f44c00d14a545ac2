using Parlot;
using Parlot.Fluent;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A parser that remembers where in the file each of its results stands.</summary>
/// <param name="inner">What it reads.</param>
/// <param name="opening">Where a result begins, if that is read before: <c>{%</c> of a tag.</param>
internal sealed class Located<T>(Parser<T> inner, string? opening = null) : Parser<T>
    where T : class
{
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        context.SkipWhiteSpace();
        int offset = context.Scanner.Cursor.Offset;
        if (!inner.Parse(context, ref result))
        {
            return false;
        }

        ((TemplateParseContext)context).Offsets[result.Value] =
            opening is null ? offset : context.Scanner.Buffer.LastIndexOf(opening, offset, StringComparison.Ordinal);
        return true;
    }
}
