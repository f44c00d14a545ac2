using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>A mail that the domain asked for, and the instant, with the offset of Paris.</summary>
internal sealed record Mail(MailKind Kind, Recipient To, DateTimeOffset At)
{
    /// <summary><c>client</c>, or the staff member's address up to the sign.</summary>
    public string Name => To.ToString().Split('@')[0];

    /// <summary><c>2026-03-14 00:00 manon</c>.</summary>
    public override string ToString() => $"{At:yyyy-MM-dd HH:mm} {Name}";
}
