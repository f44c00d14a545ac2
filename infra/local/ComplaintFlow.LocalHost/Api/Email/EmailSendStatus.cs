namespace Azure.Communication.Email;

/// <summary>Where a sending stands; compared without regard to case.</summary>
public readonly struct EmailSendStatus : IEquatable<EmailSendStatus>
{
    private readonly string _value;

    /// <summary>A status by its name.</summary>
    public EmailSendStatus(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Taken over, not begun.</summary>
    public static EmailSendStatus NotStarted { get; } = new("NotStarted");

    /// <summary>Under way.</summary>
    public static EmailSendStatus Running { get; } = new("Running");

    /// <summary>Handed on to the recipient's server.</summary>
    public static EmailSendStatus Succeeded { get; } = new("Succeeded");

    /// <summary>Given up.</summary>
    public static EmailSendStatus Failed { get; } = new("Failed");

    /// <summary>Called off.</summary>
    public static EmailSendStatus Canceled { get; } = new("Canceled");

    /// <summary>The status of this name.</summary>
#pragma warning disable CA2225 // As on the real type: the constructor is the other way.
    public static implicit operator EmailSendStatus(string value) => new(value);
#pragma warning restore CA2225

    /// <summary>Whether both are the same status.</summary>
    public static bool operator ==(EmailSendStatus left, EmailSendStatus right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(EmailSendStatus left, EmailSendStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EmailSendStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EmailSendStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    /// <inheritdoc/>
    public override string ToString() => _value;
}
