using System.Text.Json;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Mail;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

/// <summary><c>local.settings.sample.json</c>, <c>docs/settings.md</c> and what the program reads name the same settings.</summary>
public sealed partial class SettingsSampleTests
{
    private static readonly string[] OfTheFunctionsHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "AzureWebJobsDisableHomepage"];

    private static readonly Dictionary<string, string?> Sample = JsonDocument.Parse(Read("local.settings.sample.json")).RootElement
        .GetProperty("Values").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString());

    private static readonly string[] Explained = [.. Rows().Matches(Read(Path.Combine("docs", "settings.md"))).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Sample_ListsEverySettingThatIsExplained() =>
        Assert.All(Explained, name => Assert.Contains(Sample.Keys, known => Pattern(name).IsMatch(known)));

    [Fact]
    public void EverySetting_OfTheSample_IsExplained() =>
        Assert.All(Sample.Keys.Except(OfTheFunctionsHost), name => Assert.Contains(Explained, known => Pattern(known).IsMatch(name)));

    [Fact]
    public void EverySetting_ThatTheProgramReads_IsInTheSample()
    {
        Asked asked = new(Sample);
        SettingsReader reader = new(new ConfigurationRoot([asked]));
        reader.Read(onAzure: false);

        // The binder asks for what is only computed, too.
        string[] computed = [.. typeof(MailOptions).GetProperties().Where(property => !property.CanWrite).Select(property => $"{MailOptions.Section}:{property.Name}")];
        Assert.True(asked.Keys.Count > 20);
        Assert.All(asked.Keys.Except(computed), key => Assert.Contains(Sample.Keys, known => IsOrHolds(known, key)));
    }

    [Fact]
    public void Sample_AsItIs_HasNoFault()
    {
        SettingsReader reader = new(new ConfigurationBuilder().AddInMemoryCollection(Sample.Select(pair => KeyValuePair.Create(KeyOf(pair.Key), pair.Value))).Build());
        reader.Read(onAzure: false);

        Assert.Empty(reader.Faults);
    }

    private static string KeyOf(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>A section is asked for as a whole, too.</summary>
    private static bool IsOrHolds(string known, string asked) =>
        KeyOf(known).Equals(asked, StringComparison.OrdinalIgnoreCase) || KeyOf(known).StartsWith(asked + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name in angle brackets is the firm's to choose.</summary>
    private static Regex Pattern(string name) => new($"^{Placeholder().Replace(Regex.Escape(name), "[^_]+")}$", RegexOptions.IgnoreCase);

    private static string Read(string path)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ComplaintFlow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found.");
        }

        return File.ReadAllText(Path.Combine(folder, path));
    }

    [GeneratedRegex(@"^\| `((?:ComplaintFlow|LocalHost)__[^`]+)`(?=[^\n]*\|)", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Placeholder();

    /// <summary>The sample's settings, and what was asked for.</summary>
    private sealed class Asked : ConfigurationProvider
    {
        public Asked(Dictionary<string, string?> settings) =>
            Data = settings.ToDictionary(pair => KeyOf(pair.Key), pair => pair.Value, StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            if (key.StartsWith("ComplaintFlow:", StringComparison.OrdinalIgnoreCase))
            {
                Keys.Add(key);
            }

            return base.TryGet(key, out value);
        }
    }
}
