using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating.Values;

/// <summary>A text that is put into a template: it is held apart and never read for structure.</summary>
internal sealed class PersonsWords(string text, bool isTyped) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        ((MailWriter)writer).Hold(new Hole(text, isTyped));
        return default;
    }

    public override bool Equals(FluidValue? other) => other is { Type: FluidValues.String } && other.ToStringValue() == text;

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => text;

    public override object ToObjectValue() => text;
}
