using System.Globalization;
using System.Text.Json;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

/// <summary>Delays as a broker writes them: <c>10 working-days</c>, <c>2 months</c>, <c>1 month</c>.</summary>
internal static class DelayForm
{
    private const int MostWorkingDays = 250;
    private const int MostMonths = 24;

    /// <summary>A delay of 1 to 250 working days or 1 to 24 months.</summary>
    public static readonly Form<Delay?> Delay = new(
        "a delay", "a number and a unit, such as \"10 working-days\" or \"2 months\"", TryRead);

    public static string Show(Delay delay)
    {
        string unit = delay.Unit == DelayUnit.Months ? "month" : "working-day";
        return string.Create(CultureInfo.InvariantCulture, $"\"{delay.Count} {unit}{(delay.Count == 1 ? "" : "s")}\"");
    }

    private static bool TryRead(JsonElement element, out Delay? delay)
    {
        delay = null;
        if (!JsonText.TryGet(element, out string text)
            || text.Split(' ') is not [{ } number, { } unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        delay = unit switch
        {
            "working-day" or "working-days" when count is >= 1 and <= MostWorkingDays => new Delay(count, DelayUnit.WorkingDays),
            "month" or "months" when count is >= 1 and <= MostMonths => new Delay(count, DelayUnit.Months),
            _ => null,
        };
        return delay is not null;
    }
}
