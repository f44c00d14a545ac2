using System.Globalization;
using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Procedure;

/// <summary>Expected lines write the non-breaking space as <c>~</c> and the narrow one as <c>^</c>.</summary>
public sealed class DeadlineExplanationTests
{
    [Fact]
    public void Steps_OfTheThirtiethOfApril_TellEveryDaySkippedInFrench() => AssertLines(
        Steps(Samples.Terms, "2026-04-30", "2026-04-30", "2026-04-30", Language.French),
        "Départ des délais~: le jour de la réception, jeudi 30 avril 2026 (règle de la procédure publiée du cabinet).",
        "jeudi 30 avril 2026~: jour de départ, ne compte pas (art. 641 du code de procédure civile).",
        "Accusé de réception~: 10 jours ouvrables, du lundi au samedi, hors dimanches et jours fériés (France métropolitaine^; art. L.3133-1 du code du travail).",
        "vendredi 1er mai 2026~: Fête du travail, ne compte pas",
        "dimanche 3 mai 2026~: dimanche, ne compte pas",
        "vendredi 8 mai 2026~: Victoire de 1945, ne compte pas",
        "dimanche 10 mai 2026~: dimanche, ne compte pas",
        "jeudi 14 mai 2026~: Ascension, ne compte pas",
        "10e jour ouvrable~: vendredi 15 mai 2026. Accusé de réception au plus tard ce jour-là, inclus.",
        "Réponse~: 2 mois à partir du 30 avril 2026, même quantième, soit le mardi 30 juin 2026 au plus tard, inclus (art. 641 du code de procédure civile).",
        "Pour information, l’art. 642 du code de procédure civile ne change rien~: le mardi 30 juin 2026 n’est ni un samedi, ni un dimanche, ni un jour férié.",
        "Médiateur, faute de réponse~: à partir du mercredi 1er juillet 2026, lendemain du 30 juin 2026 où finissent les deux mois qui suivent la réclamation initiale (30 avril 2026, la plus ancienne des dates d’envoi et de réception^; recommandation ACPR 2024-R-02).",
        "Médiateur~: jusqu’au vendredi 30 avril 2027 inclus, un an après la réclamation écrite du 30 avril 2026 (art. L.612-2 du code de la consommation).");

    [Fact]
    public void Steps_OfTheLastOfDecember_TellTheMissingDayAndArticle642() => AssertLines(
        [.. Steps(Samples.Terms with { ClockStart = ClockStart.Earliest }, "2026-12-31", "2027-01-04", null, Language.French)
            .Where(line => !line.EndsWith("ne compte pas", StringComparison.Ordinal))],
        "Départ des délais~: la plus ancienne des deux dates, envoi le jeudi 31 décembre 2026, réception le lundi 4 janvier 2027 (règle de la procédure publiée du cabinet).",
        "jeudi 31 décembre 2026~: jour de départ, ne compte pas (art. 641 du code de procédure civile).",
        "Accusé de réception~: 10 jours ouvrables, du lundi au samedi, hors dimanches et jours fériés (France métropolitaine^; art. L.3133-1 du code du travail).",
        "10e jour ouvrable~: mercredi 13 janvier 2027. Accusé de réception au plus tard ce jour-là, inclus.",
        "Réponse~: 2 mois à partir du 31 décembre 2026, pas de 31 en février~: dernier jour du mois, soit le dimanche 28 février 2027 au plus tard, inclus (art. 641 du code de procédure civile).",
        "Pour information, l’art. 642 du code de procédure civile exclut comme dernier jour le dimanche 28 février 2027~: il reporterait la réponse au lundi 1er mars 2027. Le cabinet s’en tient au 28 février 2027.",
        "Médiateur, faute de réponse~: à partir du lundi 1er mars 2027, lendemain du 28 février 2027 où finissent les deux mois qui suivent la réclamation initiale (31 décembre 2026, la plus ancienne des dates d’envoi et de réception^; recommandation ACPR 2024-R-02).",
        "Médiateur~: la réclamation n’est pas encore écrite, l’année pour le saisir n’a pas commencé (art. L.612-2 du code de la consommation).");

    [Fact]
    public void Steps_OfPaymentServices_CountTheAnswerInWorkingDaysToo()
    {
        IReadOnlyList<string> steps = Steps(
            Samples.PaymentTerms with { ClockStart = ClockStart.Sending }, "2026-10-20", "2026-10-21", "2026-10-20", Language.French);
        Assert.Contains("dimanche 1er novembre 2026\u00A0: dimanche et Toussaint, ne compte pas", steps);
        Assert.Contains("15e jour ouvrable\u00A0: vendredi 6 novembre 2026. Réponse au plus tard ce jour-là, inclus.", steps);
        Assert.Equal(
            "Départ des délais\u00A0: le jour de l’envoi, mardi 20 octobre 2026 (recommandation ACPR 2022-R-01, applicable depuis le 31 décembre 2022, puis 2024-R-02).",
            steps[0]);
    }

    [Fact]
    public void Steps_InEnglish_SayTheSame() => AssertLines(
        Steps(Samples.Terms, "2026-12-31", "2026-12-31", "2028-02-29", Language.English),
        "Start of the delays: the day of receipt, Thursday 31 December 2026 (rule of the firm’s published procedure).",
        "Thursday 31 December 2026: day of the start, does not count (art. 641 Code de procédure civile).",
        "Acknowledgement: 10 working days, Monday to Saturday, without Sundays and public holidays (metropolitan France; art. L.3133-1 Code du travail).",
        "Friday 1 January 2027: New Year’s Day, does not count",
        "Sunday 3 January 2027: Sunday, does not count",
        "Sunday 10 January 2027: Sunday, does not count",
        "Working day 10: Wednesday 13 January 2027. Acknowledgement by the end of that day.",
        "Answer: 2 months from 31 December 2026, there is no 31 in February, so the last day of the month: by the end of Sunday 28 February 2027 (art. 641 Code de procédure civile).",
        "For information: art. 642 Code de procédure civile excludes as last day Sunday 28 February 2027; it would move the answer to Monday 1 March 2027. The firm keeps to 28 February 2027.",
        "Mediator, for want of an answer: from Monday 1 March 2027, the day after 28 February 2027 that ends the two months from the initial complaint (31 December 2026, the earlier of sending and receipt; ACPR recommendation 2024-R-02).",
        "Mediator: until Wednesday 28 February 2029 inclusive, one year after the written complaint of 29 February 2028, there is no 29 February, so the last day of the month (art. L.612-2 Code de la consommation).");

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fr-FR")]
    public void Steps_UnderAnyCulture_AreTheSame(string culture)
    {
        string[] expected = [.. BothLanguages()];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, BothLanguages());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Steps_ForEveryZoneAndRule_AreThereInBothLanguages()
    {
        foreach (HolidayZone zone in Enum.GetValues<HolidayZone>())
        {
            foreach (ClockStart rule in Enum.GetValues<ClockStart>())
            {
                Terms terms = Samples.PaymentTerms with { Zone = zone, ClockStart = rule };
                Assert.Equal(
                    Steps(terms, "2199-12-31", "2199-12-31", "2199-12-31", Language.French).Count,
                    Steps(terms, "2199-12-31", "2199-12-31", "2199-12-31", Language.English).Count);
            }
        }
    }

    private static IEnumerable<string> BothLanguages() => Enum.GetValues<Language>()
        .SelectMany(language => Steps(Samples.PaymentTerms, "2026-04-30", "2026-05-01", "2026-04-30", language));

    private static IReadOnlyList<string> Steps(Terms terms, string sent, string received, string? written, Language language) =>
        DeadlineExplanation.Steps(
            terms, Day(sent), Day(received), written is null ? null : Day(written), language);

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AssertLines(IReadOnlyList<string> actual, params string[] expected) =>
        Assert.Equal(expected, actual.Select(line => line.Replace('\u00A0', '~').Replace('\u202F', '^')));
}
