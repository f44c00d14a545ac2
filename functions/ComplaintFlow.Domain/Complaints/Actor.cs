namespace ComplaintFlow.Domain.Complaints;

/// <summary>Who acts.</summary>
public enum ActorKind
{
    /// <summary>The program itself: what time or a delivery brings.</summary>
    System,
    Client,

    /// <summary>A person of the directory.</summary>
    Staff,

    /// <summary>An application key without a person (the firm's web site posting a form).</summary>
    Application,
}

/// <summary>Who acts, and by which application key, as the journal records it.</summary>
public sealed record Actor(ActorKind Kind, string? Email = null, string? Key = null)
{
    public static Actor System { get; } = new(ActorKind.System);

    public static Actor Client { get; } = new(ActorKind.Client);

    public static Actor Staff(string email, string? key = null) => new(ActorKind.Staff, email, key);

    /// <summary><c>system</c>, <c>client</c>, <c>application</c> or the staff member's address.</summary>
    public string Name => Kind == ActorKind.Staff ? Email! : WireName.Of(Kind);

    /// <summary>Whether this is the staff member of that address (in any case).</summary>
    public bool Is(string? email) => Kind == ActorKind.Staff && string.Equals(Email, email, StringComparison.OrdinalIgnoreCase);
}
