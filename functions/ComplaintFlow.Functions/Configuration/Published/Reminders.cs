using System.Globalization;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

/// <summary>The reminders of one promise: whole numbers that ascend and fall before its last day, which has its own.</summary>
internal static class Reminders
{
    /// <param name="regime">The object that holds the list.</param>
    /// <param name="name">The list.</param>
    /// <param name="unit">What the numbers count, as people read it.</param>
    /// <param name="delay">The promise; null when it is at fault itself, and nothing is checked against it.</param>
    /// <param name="shortest">How short that promise can turn out, in the same unit.</param>
    public static IReadOnlyList<int> Read(
        JsonObjectReader regime, string name, string unit, Delay? delay, Func<Delay, int> shortest)
    {
        IReadOnlyList<int> days = regime.Values(
            name, Forms.WholeNumber(1, 1000), $"a list of {unit}, such as [5, 8]", Presence.Required) ?? [];
        for (int index = 1; index < days.Count; index++)
        {
            if (days[index] <= days[index - 1])
            {
                Refuse(regime, name, index, $"{days[index]} does not come after {days[index - 1]}; write the numbers in ascending order");
            }
        }

        if (delay is { } promise && days.Any() && shortest(promise) is var limit)
        {
            foreach (int index in Enumerable.Range(0, days.Count).Where(index => days[index] >= limit))
            {
                Refuse(regime, name, index, $"{days[index]} is not before the deadline of {DelayForm.Show(promise)}; write {unit} below {limit}");
            }
        }

        return days;
    }

    private static void Refuse(JsonObjectReader regime, string name, int index, FormattableString message) =>
        regime.Faults.Add(
            string.Create(CultureInfo.InvariantCulture, $"{regime.PathOf(name)}[{index}]"),
            message.ToString(CultureInfo.InvariantCulture));
}
