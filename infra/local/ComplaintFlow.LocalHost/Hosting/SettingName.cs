using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The two spellings of a setting: <c>A__B</c> for people and environments, <c>A:B</c> as a configuration key.</summary>
internal static class SettingName
{
    public static string Key(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    /// <summary>The settings of a command line: <c>--A__B=v</c>, <c>--A:B v</c>, <c>A__B=v</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> FromCommandLine(IReadOnlyList<string> arguments)
    {
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            string name = argument.TrimStart('-');
            int equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                yield return KeyValuePair.Create(Key(name[..equals]), (string?)name[(equals + 1)..]);
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal) && index + 1 < arguments.Count)
            {
                yield return KeyValuePair.Create(Key(name), (string?)arguments[++index]);
            }
        }
    }

    /// <summary>Of several values for one key, whatever its case, the last.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> LastOfEach(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        Dictionary<string, string?> last = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in pairs)
        {
            last[key] = value;
        }

        return last;
    }

    /// <summary>
    /// A value with each <c>%Name%</c> replaced by that setting.
    /// </summary>
    /// <returns>False when a setting is missing; <paramref name="result"/> is then its name.</returns>
    public static bool TryResolve(IConfiguration configuration, string text, out string result)
    {
        string[] parts = text.Split('%');
        for (int index = 1; index < parts.Length - 1; index += 2)
        {
            if (configuration[Key(parts[index])] is not { Length: > 0 } value)
            {
                result = parts[index];
                return false;
            }

            parts[index] = value;
        }

        result = string.Concat(parts);
        return true;
    }
}
