using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>What has become of a mail of the outbox.</summary>
public enum EffectStatus
{
    Pending,
    Sent,
    Delivered,
    Failed,
}

/// <summary>A mail of a complaint's outbox. Its id is made from what it is, so that carrying it out twice sends one mail.</summary>
public sealed record Effect
{
    public required Guid Id { get; init; }

    public required MailKind Kind { get; init; }

    public required Recipient To { get; init; }

    /// <summary>The journal line that brought it.</summary>
    public required int Line { get; init; }

    public required EffectStatus Status { get; init; }

    /// <summary>When it reached its present status.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Not before this instant; only while pending.</summary>
    public DateTimeOffset? NextAttemptAt { get; init => field = value?.ToUniversalTime(); }

    /// <summary>The address it went to. Personal data when the client's.</summary>
    public string? Address { get; init; }

    public string? Error { get; init; }

    /// <summary>Null while nobody has reported another than ours.</summary>
    public GivenMessageId? GivenId { get; init; }

    /// <summary>The span of the act that brought it (<c>traceparent</c>); null when nobody listened.</summary>
    public string? Trace { get; init; }

    public bool IsDueAt(DateTimeOffset now) => Status == EffectStatus.Pending && (NextAttemptAt is null || NextAttemptAt <= now);

    public static Effect Of(string reference, Notice notice, DateTimeOffset now) => new()
    {
        Id = IdOf(reference, notice),
        Kind = notice.Kind,
        To = notice.To,
        Line = notice.Line,
        Status = EffectStatus.Pending,
        At = now,
        CreatedAt = now,
        Trace = Spans.Here,
    };

    /// <summary>A version 8 GUID from the hash of the complaint, the line, the kind and the recipient.</summary>
    private static Guid IdOf(string reference, Notice notice)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{reference}|{notice.Line}|{WireName.Of(notice.Kind)}|{notice.To.ToString().ToLowerInvariant()}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
