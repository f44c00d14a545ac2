using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>A stretch of the body: the same words as plain text and as HTML, or only one of the two (RFC 2046, 5.1.4).</summary>
internal sealed class TextBlock
{
    public List<TextPart> Plain { get; } = [];

    public List<TextPart> Html { get; } = [];
}
