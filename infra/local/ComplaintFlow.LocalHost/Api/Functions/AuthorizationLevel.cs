namespace Microsoft.Azure.Functions.Worker;

/// <summary>The key that a caller needs. This host has no keys of its own and lets every level through.</summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>A key of the function.</summary>
    Function = 2,

    /// <summary>The system's key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
