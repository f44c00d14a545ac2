using System.Globalization;
using Fluid;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary><c>{{ days_left | count: "jour", "jours" }}</c>: the number and the word that goes with it.</summary>
internal static class CountFilter
{
    public const string Name = "count";

    public const int Arguments = 2;

    public static ValueTask<FluidValue> Apply(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        decimal count = input.ToNumberValue();
        string word = arguments.At(Math.Abs(count) > 1 ? 1 : 0).ToStringValue();
        return new(new StringValue(string.Create(CultureInfo.InvariantCulture, $"{count} {word}")));
    }
}
