namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>The e-mail service of Azure that takes the mails: with an access key, or with the program's identity.</summary>
public sealed record AcsOptions
{
    /// <summary><c>endpoint=https://…;accesskey=…</c>; null: <see cref="Endpoint"/> with the program's identity.</summary>
    public string? ConnectionString { get; init; }

    public Uri? Endpoint { get; init; }

    /// <summary>How long a sending under way is waited for before it is left to the next attempt.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait before asking again how a sending stands; the service may ask for more.</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For messages: without the key.</summary>
    public override string ToString() => Endpoint?.ToString() ?? "Azure Communication Services";
}
