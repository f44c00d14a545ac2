namespace ComplaintFlow.Configuration.Tests;

/// <summary>The sample files of the repository, as they lie beside the program.</summary>
internal static class Sample
{
    public static string Procedure => Read("procedure.json");

    public static string Directory => Read("directory.json");

    /// <summary>A sample with one passage replaced; the passage must be there, and the first one is taken.</summary>
    public static string With(string sample, string passage, string replacement)
    {
        int start = sample.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The sample has no {passage}");
        return string.Concat(sample.AsSpan(0, start), replacement, sample.AsSpan(start + passage.Length));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
