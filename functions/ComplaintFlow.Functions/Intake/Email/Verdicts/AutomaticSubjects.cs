using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Verdicts;

/// <summary>Subjects that programs write. Only the whole form counts: "Absence de réponse à ma réclamation" is a complaint.</summary>
internal static partial class AutomaticSubjects
{
    /// <summary>"Auto : …" alone is no mark either: to an insurance broker it is a car.</summary>
    /// <param name="subject">With its prefixes: who answers an automatic answer ("RE: Réponse automatique : …") is a person.</param>
    public static bool IsVacation(string subject) => Vacation().IsMatch(subject);

    [GeneratedRegex(
        """
        ^\s*(?:\[[^\]]{1,30}\]\s*)?(?:
          (?:réponse|reponse)\s(?:automatique|auto)(?:\sd['’]absence)?
          |(?:message|notification|avis|réponse)\sd['’]absence(?:\sautomatique)?
          |absence\sdu\s(?:bureau|travail)
          |absent(?:e|\(e\))?\s(?:du\sbureau|actuellement|pour\scong[ée]s?)
          |absent(?:e)?\s(?:jusqu['’]au|du\s\d{1,2}|de\s\d|le\s\d{1,2}).{0,60}
          |(?:je\ssuis|actuellement)\s(?:absent|en\scong[ée]s?|en\svacances).{0,60}
          |(?:en\s)?cong[ée]s?\sannuels?|en\scong[ée]s?(?:\sjusqu['’]au.{0,40})?
          |(?:automatic|auto|automated)[\s-]?(?:reply|response|answer)
          |out\sof\s(?:the\s)?office(?:\s(?:auto-?reply|reply|message|notification))?
          |(?:i\sam|i['’]m)\s(?:away|on\s(?:leave|holiday|vacation)|out\sof\s(?:the\s)?office).{0,60}
          |(?:away\sfrom\s(?:the\soffice|my\s(?:mail|desk)))
          |vacation\s(?:reply|response|message)|on\s(?:annual\s)?leave|on\svacation
          |abwesenheit(?:snotiz|sbenachrichtigung)?|automatische\s(?:antwort|antwoord)|respuesta\sautomática|risposta\sautomatica
        )\s*(?:[:：\-–—(].*)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Vacation();
}
