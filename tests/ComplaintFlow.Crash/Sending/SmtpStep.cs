namespace ComplaintFlow.Crash.Sending;

/// <summary>Where a mail stands on its way to the server.</summary>
internal enum SmtpStep
{
    /// <summary>The connection is open; the server has not spoken.</summary>
    Connected,

    /// <summary>MAIL FROM has arrived.</summary>
    Sender,

    /// <summary>RCPT TO has arrived.</summary>
    Recipient,

    /// <summary>DATA has arrived.</summary>
    Data,

    /// <summary>Half of the mail has arrived.</summary>
    HalfAMail,

    /// <summary>The server has taken the mail; its answer is on the way.</summary>
    Accepted,

    /// <summary>The answer has been handed to the program, which may or may not have written it down.</summary>
    Answered,
}
