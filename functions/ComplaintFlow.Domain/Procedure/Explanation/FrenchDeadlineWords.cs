using System.Globalization;
using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

internal sealed class FrenchDeadlineWords : DeadlineWords
{
    public override string Clock(ClockStart rule, DateOnly sentOn, DateOnly receivedOn) => rule switch
    {
        ClockStart.Receipt => Text($"Départ des délais : le jour de la réception, {Long(receivedOn)} (règle de la procédure publiée du cabinet)."),
        ClockStart.Sending => Text($"Départ des délais : le jour de l’envoi, {Long(sentOn)} (recommandation ACPR 2022-R-01, applicable depuis le 31 décembre 2022, puis 2024-R-02)."),
        ClockStart.Earliest => Text($"Départ des délais : la plus ancienne des deux dates, envoi le {Long(sentOn)}, réception le {Long(receivedOn)} (règle de la procédure publiée du cabinet)."),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a start of the clock."),
    };

    public override string Day0(DateOnly start) =>
        Text($"{Long(start)} : jour de départ, ne compte pas (art. 641 du code de procédure civile).");

    public override string WorkingDaysRule(ExplainedDelay delay) => Text(
        $"{Name(delay.Promise)} : {Count(delay.Delay.Count, "jour ouvrable", "jours ouvrables")}, du lundi au samedi, hors dimanches et jours fériés ({Zone(delay.Zone)} ; art. L.3133-1 du code du travail).");

    public override string Skipped(DateOnly day, HolidayZone zone) => Text($"{Long(day)} : {Reason(day, zone, "et", Language.French)}, ne compte pas");

    public override string LastWorkingDay(ExplainedDelay delay) =>
        Text($"{Ordinal(delay.Delay.Count)} jour ouvrable : {Long(delay.Due)}. {Name(delay.Promise)} au plus tard ce jour-là, inclus.");

    public override string Months(ExplainedDelay delay)
    {
        string rule = delay.Due.Day == delay.Day0.Day
            ? "même quantième"
            : $"pas de {delay.Day0.Day} en {CivilDateText.MonthName(delay.Due, Language.French)} : dernier jour du mois";
        return Text($"{Name(delay.Promise)} : {Count(delay.Delay.Count, "mois", "mois")} à partir du {Plain(delay.Day0)}, {rule}, soit le {Long(delay.Due)} au plus tard, inclus (art. 641 du code de procédure civile).");
    }

    public override string Article642Changes(DateOnly due, DateOnly moved, HolidayZone zone)
    {
        IEnumerable<string> excluded = Days(due, moved).Select(day => $"le {Long(day)}{Bracketed(PublicHolidays.On(day, zone)?.Fr)}");
        return Text($"Pour information, l’art. 642 du code de procédure civile exclut comme dernier jour {string.Join(", ", excluded)} : il reporterait la réponse au {Long(moved)}. Le cabinet s’en tient au {Plain(due)}.");
    }

    public override string Article642ChangesNothing(DateOnly due) =>
        Text($"Pour information, l’art. 642 du code de procédure civile ne change rien : le {Long(due)} n’est ni un samedi, ni un dimanche, ni un jour férié.");

    public override string MediatorFrom(DateOnly earlier, DateOnly from) => Text(
        $"Médiateur, faute de réponse : à partir du {Long(from)}, lendemain du {Plain(from.AddDays(-1))} où finissent les deux mois qui suivent la réclamation initiale ({Plain(earlier)}, la plus ancienne des dates d’envoi et de réception ; recommandation ACPR 2024-R-02).");

    public override string MediatorUntil(DateOnly writtenOn, DateOnly until) => Text(
        $"Médiateur : jusqu’au {Long(until)} inclus, un an après la réclamation écrite du {Plain(writtenOn)}{(until.Day == writtenOn.Day ? "" : ", pas de 29 février : dernier jour du mois")} (art. L.612-2 du code de la consommation).");

    public override string NothingWritten() => Text(
        $"Médiateur : la réclamation n’est pas encore écrite, l’année pour le saisir n’a pas commencé (art. L.612-2 du code de la consommation).");

    private static string Text(FormattableString text) => FrenchTypography.Apply(text.ToString(CultureInfo.InvariantCulture));

    private static string Name(Promise promise) => promise switch
    {
        Promise.Acknowledgement => "Accusé de réception",
        Promise.Answer => "Réponse",
        _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, "Not a promise."),
    };

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count < 2 ? one : many)}");

    private static string Ordinal(int count) => count == 1 ? "1er" : string.Create(CultureInfo.InvariantCulture, $"{count}e");

    private static string Zone(HolidayZone zone) => HolidayZoneTitles.Of(zone).Fr;

    private static string Long(DateOnly date) => CivilDateText.Long(date, Language.French);

    private static string Plain(DateOnly date) => CivilDateText.WithoutDayName(date, Language.French);
}
