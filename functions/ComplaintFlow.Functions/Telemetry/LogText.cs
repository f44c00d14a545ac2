using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// Text from elsewhere, made fit for logs. What a mail server answers quotes recipients, what a parser says quotes what
/// it read: addresses, quotations, links, telephone numbers and long keys are left out. The whole of it stays with the mail
/// in the store, where those may read it who may read the complaint.
/// </summary>
internal static partial class LogText
{
    private const string LeftOut = "…";

    /// <summary><c>sent</c>, <c>retry</c> or <c>rejected</c>.</summary>
    public static string Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Retry => "retry",
        SendOutcome.Rejected => "rejected",
        _ => throw new InvalidOperationException($"No such outcome: {outcome.GetType().Name}."),
    };

    /// <summary>Why a mail did not leave. Of a server's answer only the codes: the words are the server's, and it may name anybody.</summary>
    public static string Reason(string? reason) => reason is null ? ""
        : Codes().Match(reason) is { Success: true } codes ? codes.Value
        : Scrub(reason);

    /// <summary>The text without what may be of a person.</summary>
    public static string Scrub(string text) => Numbers().Replace(
        Keys().Replace(Quotations().Replace(Addresses().Replace(Links().Replace(text, LeftOut), LeftOut), LeftOut), LeftOut), LeftOut);

    /// <summary><c>550 5.1.1</c>, with which an SMTP answer begins.</summary>
    [GeneratedRegex(@"^[245]\d\d\b(?:[ -][245]\.\d{1,3}\.\d{1,3}\b)?")]
    private static partial Regex Codes();

    [GeneratedRegex(@"(?<=https?://[^\s/""'<>]*)/[^\s""'<>]*")]
    private static partial Regex Links();

    [GeneratedRegex(@"<[^<>\r\n]*@[^<>\r\n]*>|[^\s<>""'(),:;«»]+@[^\s<>""'(),:;«»]+")]
    private static partial Regex Addresses();

    /// <summary>Names of rows and files without spaces are kept; they have a digit, a dot or a slash.</summary>
    [GeneratedRegex(@"(?<=(?:^|[\s(:=,]))(?<mark>['""])(?![\w./\\:-]*[\d./\\][\w./\\:-]*\k<mark>).+?\k<mark>(?=$|[\s).,;:!?])")]
    private static partial Regex Quotations();

    [GeneratedRegex(@"(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}(?:\.[\w-]+)*")]
    private static partial Regex Keys();

    [GeneratedRegex(@"(?<![\w.:/-])\+?\d(?:[ .\u00A0\u202F()-]?\d){8,}(?![\w:])")]
    private static partial Regex Numbers();
}
