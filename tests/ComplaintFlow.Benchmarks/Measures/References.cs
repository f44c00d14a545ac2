using System.Security.Cryptography;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Instance ids of the shape and the disorder of complaint references.</summary>
internal static class References
{
    public static string Next()
    {
        string letters = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);
        return $"R26-{letters[..4]}-{letters[4..]}";
    }
}
