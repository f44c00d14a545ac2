using System.Collections.Frozen;
using System.Text;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>The names of enum values outside the code: lower case with dashes (<c>awaiting-approval</c>).</summary>
public static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum => Named<T>.ByValue.TryGetValue(value, out string? name) ? name : Kebab(value.ToString());

    /// <summary>Reads a wire name, in lower case only; false when no value has it.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Named<T>.ByName.TryGetValue(name, out value);
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

    /// <summary>The names of one enum, made once: they are looked up for every row that is read.</summary>
    private static class Named<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> ByValue { get; } =
            Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => Kebab(value.ToString()));

        public static FrozenDictionary<string, T> ByName { get; } =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
