using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Verdicts;

/// <summary>Local parts that no person writes from.</summary>
internal static partial class AutomaticSenders
{
    /// <summary>A mail system (RFC 2142, RFC 5321).</summary>
    public static bool IsSystem(MailParty party) => System().IsMatch(party.LocalPart);

    /// <summary>An address that takes no answers.</summary>
    public static bool IsNoReply(MailParty party) => NoReply().IsMatch(party.LocalPart);

    [GeneratedRegex("^(?:mailer[-_.]?daemon|mail[-_.]?daemon|maildaemon|mdaemon|postmaster|mail[-_.]?delivery(?:[-_.]?(?:subsystem|system))?|mailer|bounces?|microsoftexchange[0-9a-f]{20,}|double-bounce|autoresponder|autoreply|auto-reply)(?:[+=].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex System();

    [GeneratedRegex(@"(?:^|[-_.+])(?:no[-_.]?reply|noreponse|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?(?:re|ré)pondre|nepas(?:re|ré)pondre|pas[-_.]?de[-_.]?(?:re|ré)ponse|sans[-_.]?(?:re|ré)ponse|no[-_.]?(?:re|ré)ponse)(?:$|[-_.+\d])", RegexOptions.IgnoreCase)]
    private static partial Regex NoReply();
}
