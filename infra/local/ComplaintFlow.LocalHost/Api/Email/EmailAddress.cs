namespace Azure.Communication.Email;

/// <summary>An address and the name shown with it.</summary>
#pragma warning disable CA1815 // The real type defines no equality either.
public readonly struct EmailAddress
#pragma warning restore CA1815
{
    /// <summary>An address without a name.</summary>
    public EmailAddress(string address)
        : this(address, null)
    {
    }

    /// <summary>An address with a name.</summary>
    /// <exception cref="ArgumentException"><paramref name="address"/> is empty.</exception>
    public EmailAddress(string address, string? displayName)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        Address = address;
        DisplayName = displayName;
    }

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>The name shown with it; null without one.</summary>
    public string? DisplayName { get; }
}
