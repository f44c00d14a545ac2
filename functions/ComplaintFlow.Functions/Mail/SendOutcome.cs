namespace ComplaintFlow.Functions.Mail;

/// <summary>What came of one attempt to send. Reasons are one line, at most 300 characters.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Why it did not leave; null when it did. May quote the recipient.</summary>
    public string? WhyNot => this switch
    {
        Retry retry => retry.Reason,
        Rejected rejected => rejected.Reason,
        _ => null,
    };

    /// <summary>Taken over by the next hop, or already there from an earlier attempt.</summary>
    /// <param name="ProvenAfter">
    /// How long after that a mail of which nothing more is heard counts as arrived; null when a delivery report will tell.
    /// </param>
    public sealed record Sent(TimeSpan? ProvenAfter = null) : SendOutcome;

    /// <summary>Not now: a fault that may pass or be mended (network, 4xx, credentials).</summary>
    public sealed record Retry(string Reason) : SendOutcome;

    /// <summary>Never: this address or this mail is refused.</summary>
    public sealed record Rejected(string Reason) : SendOutcome;
}
