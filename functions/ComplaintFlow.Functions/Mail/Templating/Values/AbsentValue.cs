using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating.Values;

/// <summary>A variable without a value. Written, it leaves a hole that is known to be empty, so that its row can go.</summary>
internal sealed class AbsentValue : BaseNilValue
{
    private AbsentValue()
    {
    }

    public static AbsentValue Instance { get; } = new();

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        ((MailWriter)writer).Hold(Hole.Empty);
        return default;
    }
}
