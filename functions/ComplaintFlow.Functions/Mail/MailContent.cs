using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail;

/// <summary>What a mail says. <paramref name="Subject"/> is one line.</summary>
public sealed record MailContent(string Subject, Document Body, Language Language);
