namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>A person or a box of a header.</summary>
/// <param name="Address">The local part as written (Unicode NFC), the domain in lower case and in letters, not in punycode.</param>
/// <param name="Name">The display name, decoded, one line; empty when there is none.</param>
public sealed record MailParty(string Address, string Name)
{
    /// <summary>What an address is compared by: its lower-case form. No provider of note tells the case of local parts apart.</summary>
    public string Key => Address.ToLowerInvariant();

    /// <summary>Whether the name shows another address than the real one, as impostors do.</summary>
    public bool HasMisleadingName => Name.Contains('@', StringComparison.Ordinal) && !Name.Contains(Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part before the at sign.</summary>
    public string LocalPart => Address[..Math.Max(0, Address.LastIndexOf('@'))];

    /// <summary>The part after the at sign.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}
