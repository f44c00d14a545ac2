using System.Collections.Concurrent;
using System.Text;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>The names of enum values outside the code: lower case with dashes (<c>awaiting-approval</c>).</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) => Names.GetOrAdd(value, static v => Kebab(v.ToString()));

    /// <summary>Reads a wire name, in lower case only; false when no value has it.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (T candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == name)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>All wire names of an enum, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => Of(value))];

    /// <summary>Pascal case to kebab case; a digit starts a word, as does the capital after it (<c>Level2Request</c> → <c>level-2-request</c>).</summary>
    public static string Kebab(string pascal)
    {
        StringBuilder kebab = new();
        for (int i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && (char.IsUpper(pascal[i]) || char.IsDigit(pascal[i])))
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(pascal[i]));
        }

        return kebab.ToString();
    }
}
