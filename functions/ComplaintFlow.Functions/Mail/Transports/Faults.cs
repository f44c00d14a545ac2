using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>Reasons in one short line, fit for a row and for a page.</summary>
internal static class Faults
{
    public const string NotAnAddress = "Le destinataire n’est pas une adresse e-mail.";

    private const int Longest = 300;

    public static string Line(string reason)
    {
        string line = QuotedWords.InLine(reason);
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }
}
