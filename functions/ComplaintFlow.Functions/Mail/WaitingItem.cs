namespace ComplaintFlow.Functions.Mail;

/// <summary>A parked mail or a set-aside form that nobody has looked at.</summary>
/// <param name="IsForm">A form; else a mail.</param>
/// <param name="ArrivedOn">Civil date of the firm.</param>
/// <param name="AcknowledgeBy">The last day to acknowledge it, should it be a complaint.</param>
/// <param name="From">Who sent it, as far as known; from outside.</param>
/// <param name="Subject">From outside.</param>
public sealed record WaitingItem(bool IsForm, DateOnly ArrivedOn, DateOnly AcknowledgeBy, string? From, string? Subject);
