using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>One hash of several texts, in their order.</summary>
internal static class PartsHash
{
    /// <summary>SHA-256, lower-case hexadecimal. No two different lists of parts read the same.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            // The length before each part: where one ends cannot be moved.
            hash.AppendData(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(part)}:{part}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
