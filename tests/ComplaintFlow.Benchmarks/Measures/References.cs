namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>
/// Instance ids of the shape and the disorder of complaint references, each once: a million drawn by chance would hold
/// the same one twice every other time.
/// </summary>
internal static class References
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    /// <summary>Odd, and so without a common divisor with the number of ids, a power of two.</summary>
    private const long Step = 679_891_637_639;

    private static long _count;

    public static string Next()
    {
        long left = unchecked(Interlocked.Increment(ref _count) * Step);
        string letters = string.Create(Length, left, static (text, rest) =>
        {
            for (int index = 0; index < text.Length; index++)
            {
                text[index] = Letters[(int)((ulong)rest >> (5 * (Length - 1 - index))) & 31];
            }
        });
        return $"R26-{letters[..4]}-{letters[4..]}";
    }
}
