using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Bodies;

namespace ComplaintFlow.Functions.Intake.Email.Bounces;

/// <summary>
/// Reports in words only: qmail (QSBMF), Exim, old Sendmail and Exchange, Lotus Domino, Gmail and Yahoo of former years, and the
/// notices of French providers. They differ in words and agree in shape: an address at the start of a line, its reason beside or
/// below it, then the copy of the mail after a line that announces it.
/// </summary>
internal static partial class WrittenReports
{
    private const int LongestNotice = 20_000;
    private const int MostRecipients = 100;
    private const int LinesOfReason = 12;
    private const int LongestReason = 300;

    /// <summary>Whether these words are a report's.</summary>
    public static bool IsSubject(string subject) => Subject().IsMatch(subject);

    /// <param name="text">The notice, with or without the copy.</param>
    /// <param name="failed">The X-Failed-Recipients header of Exim and Gmail.</param>
    /// <param name="others">Addresses that are not the failed one: of the mail system and of ours.</param>
    public static IReadOnlyList<ReportedRecipient> Read(string subject, string text, IReadOnlyList<MailParty> failed, ISet<string> others)
    {
        string[] lines = Notice(text).Split('\n');
        bool isDelay = Delay().IsMatch(subject) || lines.Any(line => line.Length < 300 && Delay().IsMatch(line));
        Dictionary<string, ReportedRecipient> found = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < lines.Length && found.Count < MostRecipients; i++)
        {
            Match match = lines[i].Length <= 1_000 ? AtStart().Match(lines[i]) : Match.Empty;
            if (match.Success && !others.Contains(match.Groups["address"].Value.ToLowerInvariant()))
            {
                string address = match.Groups["address"].Value.TrimEnd('.');
                string reason = Reason(lines, i, match.Length);
                found.TryAdd(address, Recipient(address, reason, isDelay));
            }
        }

        foreach (MailParty party in failed.Where(party => !found.ContainsKey(party.Address)))
        {
            found.Add(party.Address, Recipient(party.Address, Reason(lines, -1, 0), isDelay));
        }

        return [.. found.Values];
    }

    /// <summary>The copy of the mail that came back, as text; empty when there is none.</summary>
    public static string Copy(string text) => CopyStart().Match(text) is { Success: true } start ? text[start.Index..] : "";

    private static string Notice(string text)
    {
        int end = CopyStart().Match(text) is { Success: true } start ? start.Index : text.Length;
        return text[..Math.Min(end, LongestNotice)];
    }

    private static ReportedRecipient Recipient(string address, string reason, bool isDelay)
    {
        string? status = StatusCodes.In(reason);
        DeliveryAction action = isDelay ? DeliveryAction.Delayed : DeliveryAction.Failed;
        return new ReportedRecipient(address, action, status, PlainCharacters.Cut(PlainCharacters.OneLine(reason), LongestReason), !isDelay && status?[0] != '4');
    }

    /// <summary>The line below the address that has a code; else the first that says anything.</summary>
    private static string Reason(string[] lines, int at, int after)
    {
        List<string> below = at >= 0 && lines[at][after..].Trim(' ', '>', '\'', ':', ',', '\t') is { Length: > 3 } beside ? [beside] : [];
        int last = at < 0 ? lines.Length : Math.Min(lines.Length, at + 1 + LinesOfReason);
        for (int i = at + 1; i < last; i++)
        {
            if (at >= 0 && AtStart().IsMatch(lines[i].Length <= 1_000 ? lines[i] : ""))
            {
                break;
            }

            string line = lines[i].Trim();
            if (line.Length is > 3 and <= 1_000 && !Empty().IsMatch(line))
            {
                below.Add(line);
            }
        }

        int coded = below.FindIndex(line => StatusCodes.In(line) is not null);
        return coded >= 0 ? Joined(below, coded) : at < 0 ? "" : below.FirstOrDefault() ?? "";
    }

    /// <summary>Mail systems break long lines: a line that ends in a colon or inside a sentence goes on.</summary>
    private static string Joined(List<string> lines, int at) =>
        at + 1 < lines.Count && !lines[at].EndsWith('.') && lines[at].Length > 60 ? $"{lines[at]} {lines[at + 1]}" : lines[at];

    [GeneratedRegex("""^[\s<'"*•·-]*(?:(?:To|À|A|Pour|Destinataire|RCPT To|Recipient|Adresse)\s?:\s?)?[<'"]*(?<address>[^\s<>"'(),;:@\[\]]{1,64}@[^\s<>"'(),;:@\[\]]{1,190}\.[^\s<>"'(),;:@\[\].]{2,60})""", RegexOptions.IgnoreCase)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"^(?:because|car|parce que|raison|reason|motif|(?:the )?(?:reason|error).{0,40})\s?:?$|^[-=_*.\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"^(?:undeliver(?:able|ed)|non remis|non[- ]?(?:délivré|distribué)|échec de (?:la )?(?:remise|distribution|livraison)|returned mail|mail delivery (?:failed|failure|system|subsystem)|delivery (?:status notification|failure|failed|has failed|delayed)|delivery notification|failure notice|mail (?:system error|failure)|message (?:non (?:remis|distribué|délivré)|status)|notification (?:de|d['’]état de) (?:remise|distribution)|avis de non[- ](?:remise|distribution)|rapport de non[- ]remise|warning: (?:message|could not send)|(?:remise|distribution) (?:différée|retardée|impossible)|votre message n['’]a pas|delayed mail|nondeliverable mail|unzustellbar|courrier non (?:remis|distribué)|retour de courrier|erreur de distribution|mail non (?:remis|délivré))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"delayed|not yet been delivered|has not been delivered yet|still being retried|will (?:be retried|continue to|keep trying)|remise différée|distribution différée|retard(?:ée?|er) |a été retardé|nouvelles? tentatives?|pas encore (?:pu )?(?:être|été)|temporarily (?:deferred|delayed)|^warning: (?:message|could not send)|you do not need to (?:resend|do anything)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Delay();

    [GeneratedRegex(
        @"^[-= ]*(?:-{2,} ?(?:Below this line is a copy|This is a copy of|Original message|Message d['’]origine|The (?:original|header)|Returned message|Message header|Undelivered message|Unsent message|Message original|En-t[êe]tes? )|Below this line is a copy|The following (?:is|are) (?:the|a copy)|Received: (?:from|by) |Return-Path: ?<|Original message follows|Copie du message|Message initial).*$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CopyStart();
}
