using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>How much one reading of a mailbox may do, and how long it may take. Network time is real time, whatever clock the program runs on.</summary>
public sealed record MailboxLimits
{
    /// <summary>Messages looked at in one reading; the rest waits for the next, a minute later.</summary>
    public int Batch { get; init; } = 250;

    /// <summary>Of those, messages that failed before: they come last and never crowd out the others.</summary>
    public int Troubled { get; init; } = 25;

    /// <summary>Bytes of a message that is taken in; a larger one is parked with its beginning.</summary>
    public int Message { get; init; } = (int)BodyLimits.Mail;

    /// <summary>Bytes of the beginning of a message that cannot be had whole.</summary>
    public int Beginning { get; init; } = 256 * 1024;

    /// <summary>How often a message is tried before it is given to a person.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>After so long no further message is begun.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>To connect, sign in and find the messages.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one message; with <see cref="Opening"/> and <see cref="Round"/> under the five minutes that a function has on Azure.</summary>
    public TimeSpan OneMessage { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>No reading takes longer.</summary>
    public TimeSpan Longest => Opening + Round + OneMessage + TimeSpan.FromSeconds(15);
}
