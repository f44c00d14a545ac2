namespace ComplaintFlow.Functions.Links;

/// <summary>What a link is for. One made for one purpose is refused for every other.</summary>
public enum LinkPurpose
{
    /// <summary>The client's page of one complaint.</summary>
    Client,

    /// <summary>The staff page of one complaint, for one person.</summary>
    Staff,

    /// <summary>The sign-in to the desk, for one person.</summary>
    SignIn,

    /// <summary>The desk's cookie.</summary>
    Session,
}

/// <summary>What a link says, signed.</summary>
/// <param name="Reference">The complaint; empty for sign-in and session.</param>
/// <param name="PersonId">Made from the address (<see cref="LinkTokens.PersonId"/>), never the address itself; <c>client</c> for the client.</param>
/// <param name="Draft">The draft that an approval link is about; 0 for none.</param>
/// <param name="ExpiresAt">The first instant at which it no longer holds, to the second.</param>
public sealed record LinkClaims(LinkPurpose Purpose, string Reference, string PersonId, int Draft, DateTimeOffset ExpiresAt)
{
    public const string ClientId = "client";
}

/// <summary>What reading a link gave.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    public sealed record Valid(LinkClaims Claims) : LinkReading;

    /// <summary>Genuine, but its time is over.</summary>
    public sealed record Expired(LinkClaims Claims) : LinkReading;

    public sealed record Wrong : LinkReading;
}
