using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>What kind of no.</summary>
public enum RefusalKind
{
    /// <summary>A field is wrong (400).</summary>
    Invalid,

    /// <summary>This person may not (403).</summary>
    Forbidden,

    /// <summary>The state of the complaint does not allow it (409).</summary>
    Conflict,
}

/// <summary>A refusal with its reason for people. <paramref name="Field"/> names the wrong field of an <see cref="RefusalKind.Invalid"/> one.</summary>
public sealed record Refusal(string Code, RefusalKind Kind, Wording Reason, string? Field = null);
