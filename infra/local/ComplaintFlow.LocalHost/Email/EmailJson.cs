using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Communication.Email;

namespace ComplaintFlow.LocalHost.Email;

/// <summary>A mail as the service's REST API wants it (api-version 2023-03-31).</summary>
internal static class EmailJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(EmailMessage mail) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Headers = mail.Headers.Count == 0 ? null : mail.Headers,
            mail.SenderAddress,
            Content = new { mail.Content.Subject, mail.Content.PlainText, mail.Content.Html },
            Recipients = new { To = Addresses(mail.Recipients.To), Cc = Addresses(mail.Recipients.CC), Bcc = Addresses(mail.Recipients.BCC) },
            Attachments = mail.Attachments.Count == 0 ? null : mail.Attachments.Select(file =>
                new { file.Name, file.ContentType, ContentInBase64 = Convert.ToBase64String(file.Content.ToMemory().Span) }),
            ReplyTo = Addresses(mail.ReplyTo),
            mail.UserEngagementTrackingDisabled,
        },
        Options);

    private static IEnumerable<object>? Addresses(IList<EmailAddress> addresses) =>
        addresses.Count == 0 ? null : addresses.Select(address => new { address.Address, address.DisplayName });
}
