using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>
/// Settings that point to a secret of a vault. The platform puts the secret in their place before the start; where it
/// cannot (no such secret, no access, no network), it leaves the reference itself, which everybody may read: as a key it
/// would be long enough and known to the world.
/// </summary>
internal static class KeyVaultReferences
{
    private const string Start = "@Microsoft.KeyVault(";

    /// <summary>A fault for each setting of ours that still is a reference.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from setting in configuration.GetSection("ComplaintFlow").AsEnumerable()
        where setting.Value?.StartsWith(Start, StringComparison.OrdinalIgnoreCase) == true
        orderby setting.Key
        select $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}: the secret of {setting.Value} could not be read; "
            + "check that it is in the vault, and that the app's identity may read it.";
}
