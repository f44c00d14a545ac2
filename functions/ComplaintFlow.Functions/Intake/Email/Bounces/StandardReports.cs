using System.Globalization;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email.Bounces;

/// <summary>Reports in the form of RFC 3464, and of RFC 6533 for addresses beyond ASCII. What they say in words, in any language, is not needed.</summary>
internal static partial class StandardReports
{
    private const int MostRecipients = 1_000;
    private const int LongestReason = 300;

    /// <summary>What the parts say; empty when they name nobody.</summary>
    public static IReadOnlyList<ReportedRecipient> Read(IEnumerable<MimeEntity> parts) =>
        [.. parts.OfType<MessageDeliveryStatus>().SelectMany(part => part.StatusGroups).Select(Read).OfType<ReportedRecipient>().Take(MostRecipients)];

    private static ReportedRecipient? Read(HeaderList group)
    {
        string? address = Address(group["Original-Recipient"]) ?? Address(group["Final-Recipient"]);
        if (address is null)
        {
            return null;
        }

        string diagnostic = Typed(group["Diagnostic-Code"]);
        string? status = StatusCodes.In(group["Status"] ?? "") is { } given && !given.EndsWith(".0.0", StringComparison.Ordinal)
            ? given
            : StatusCodes.In(diagnostic) ?? StatusCodes.In(group["Status"] ?? "");
        DeliveryAction action = (group["Action"] ?? "").Split(' ', '(')[0].Trim().ToLowerInvariant() switch
        {
            "failed" or "failure" => DeliveryAction.Failed,
            "delayed" => DeliveryAction.Delayed,
            "delivered" => DeliveryAction.Delivered,
            "relayed" => DeliveryAction.Relayed,
            "expanded" => DeliveryAction.Expanded,
            _ => status?[0] switch { '2' => DeliveryAction.Delivered, '4' => DeliveryAction.Delayed, _ => DeliveryAction.Failed },
        };
        return new ReportedRecipient(
            address, action, status, PlainCharacters.Cut(PlainCharacters.OneLine(diagnostic), LongestReason), action == DeliveryAction.Failed && status?[0] != '4');
    }

    /// <summary>"rfc822; a@b", "utf-8; é@b" with the escapes of RFC 6533, and "a@b" of systems that forget the type.</summary>
    private static string? Address(string? field)
    {
        string text = Escapes().Replace(Typed(field), match =>
            int.TryParse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && System.Text.Rune.IsValid(code) ? char.ConvertFromUtf32(code) : match.Value);
        return MailParties.First(text)?.Address;
    }

    private static string Typed(string? field)
    {
        string text = (field ?? "").Length > 4_000 ? field![..4_000] : field ?? "";
        int semicolon = text.IndexOf(';', StringComparison.Ordinal);
        return (semicolon is >= 0 and < 30 ? text[(semicolon + 1)..] : text).Trim();
    }

    [GeneratedRegex(@"\\x\{([0-9A-Fa-f]{2,6})\}")]
    private static partial Regex Escapes();
}
