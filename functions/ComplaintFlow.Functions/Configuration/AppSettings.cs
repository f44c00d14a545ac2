using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>How staff prove who they are on the desk.</summary>
public enum StaffSignIn
{
    /// <summary>By a link sent to an address of the directory.</summary>
    Link,

    /// <summary>By the platform's authentication headers.</summary>
    Platform,
}

/// <summary>Every setting of the program, read and checked at start (docs/settings.md).</summary>
public sealed record AppSettings
{
    public required string DataDirectory { get; init; }

    /// <summary>The base of every link sent, without a trailing slash.</summary>
    public required string PublicUrl { get; init; }

    public required string ProcedurePath { get; init; }

    public required string DirectoryPath { get; init; }

    /// <summary><c>sqlite</c>, a Table Storage connection string or an account's https address.</summary>
    public required string Storage { get; init; }

    public required MailOptions Mail { get; init; }

    public required IReadOnlyList<ApplicationKey> Keys { get; init; }

    /// <summary>The key that signs links and cookies; null until the embedded host has made one.</summary>
    public required string? LinkKey { get; init; }

    /// <summary>The key before the current one, whose links still hold.</summary>
    public required string? PreviousLinkKey { get; init; }

    /// <summary>Posts per minute without a key, per client address and per recipient; 0 is off.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Mails from one address within an hour that are taken in; more are parked.</summary>
    public required int MailsPerHour { get; init; }

    /// <summary>The mailboxes that are read; none unless said.</summary>
    public IReadOnlyList<Mailbox> Mailboxes { get; init; } = [];

    /// <summary>Origins (<c>https://www.example.fr</c>) whose pages may post complaints.</summary>
    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    public required StaffSignIn StaffSignIn { get; init; }

    public required TelemetryOptions Telemetry { get; init; }
}
