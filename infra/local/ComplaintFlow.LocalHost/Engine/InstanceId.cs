using System.Security.Cryptography;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The ids that a client may give. Azure keeps them in the keys of tables, and refuses the same ones.</summary>
internal static class InstanceId
{
    private const int Longest = 256;

    /// <summary>The id asked for; a random one when that is null or empty.</summary>
    /// <exception cref="ArgumentException">Azure could not keep it.</exception>
    public static string From(string? asked)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }

        if (asked.StartsWith('@') || asked.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character)))
        {
            throw new ArgumentException($"An instance id must not start with @ nor contain /, \\, #, ? or control characters: '{asked}'.", nameof(asked));
        }

        return asked.Length <= Longest
            ? asked
            : throw new ArgumentException($"An instance id must not be longer than {Longest} characters.", nameof(asked));
    }
}
