namespace ComplaintFlow.Domain.Complaints;

/// <summary>Who gets a mail: the client (at the address on file when it is sent) or a person of the directory.</summary>
public sealed record Recipient(string? StaffEmail)
{
    public static Recipient Client { get; } = new((string?)null);

    public static Recipient Staff(string email) => new(email);

    public bool IsClient => StaffEmail is null;

    /// <summary><c>client</c> or the staff member's address.</summary>
    public override string ToString() => StaffEmail ?? "client";
}
