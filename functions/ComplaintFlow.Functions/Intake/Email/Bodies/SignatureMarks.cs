using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>What mail programs, telephones and virus scanners put under the words of a person. A closing ("Cordialement") is the person's own.</summary>
internal static partial class SignatureMarks
{
    /// <summary>RFC 3676 asks for four lines; firms put their logo, addresses and disclaimers there. What is longer is text after a dash.</summary>
    private const int MostLines = 20;

    /// <summary>The delimiter of RFC 3676, 4.3, with or without the blank that many programs lose.</summary>
    public static bool IsDelimiter(string line) => line is "-- " or "--";

    /// <summary>Whether so many lines of text may be a signature.</summary>
    public static bool IsPlausible(int lines) => lines <= MostLines;

    /// <summary>A line of a program, not of a person.</summary>
    public static bool IsProgramLine(string line) => line.Length is > 0 and <= 300 && Program().IsMatch(line);

    [GeneratedRegex(
        """
        ^\s*(?:
          (?:Envoyé|Envoyée)\s(?:de|depuis|à\spartir\sde|via|avec|par)\s(?:mon|ma|mes|l['’]application|la\smessagerie|Yahoo|Outlook|Courrier|Mail|Proton|Orange|SFR|Gmail|un\s|une\s|Windows|Samsung|iPhone|iPad|Android|Spark|le\smail).{0,120}
          |(?:Sent)\s(?:from|via|with)\s(?:my|Yahoo|Outlook|Mail|Proton|Windows|Samsung|the|a|an|iPhone|iPad|Android|Spark)\b.{0,120}
          |(?:Obtenez|Téléchargez|Get)\sOutlook\s(?:pour|for)\b.{0,120}
          |(?:Télécharger|Obtenir)\sOutlook\spour\b.{0,120}
          |.{0,80}\bvérifié(?:e)?\spar\sle\slogiciel\santivirus\b.{0,120}
          |(?:Garanti\ssans\svirus|Sans\svirus|Virus-free)\.?.{0,120}
          |.{0,40}\b(?:checked\sfor\sviruses|scanned\sfor\sviruses)\b.{0,120}
          |(?:Provenance|Envoyé\sà\spartir)\s?:\sCourrier\spour\sWindows.{0,80}
        )\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Program();
}
