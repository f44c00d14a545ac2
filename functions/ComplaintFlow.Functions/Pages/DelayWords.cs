using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Delays as the published procedure writes them: « 10 (dix) jours ouvrables », « 2 (deux) mois ».</summary>
internal static class DelayWords
{
    private static readonly string[] French =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ];

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>Numbers above twenty stay in digits only.</summary>
    public static string Of(Delay delay, Language language)
    {
        string[] names = language == Language.English ? English : French;
        string count = delay.Count < names.Length ? $"{delay.Count} ({names[delay.Count]})" : $"{delay.Count}";
        return $"{count} {Unit(delay, language)}";
    }

    private static string Unit(Delay delay, Language language) => delay.Unit switch
    {
        DelayUnit.WorkingDays => delay.Count < 2
            ? language.Say("jour ouvrable", "working day")
            : language.Say("jours ouvrables", "working days (Monday to Saturday)"),
        DelayUnit.Months => language.Say("mois", delay.Count < 2 ? "month" : "months"),
        _ => throw new ArgumentOutOfRangeException(nameof(delay), delay.Unit, "Not a unit of delays."),
    };
}
