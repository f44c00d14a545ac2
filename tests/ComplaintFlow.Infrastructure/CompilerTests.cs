namespace ComplaintFlow.Infrastructure;

public sealed class CompilerTests : IDisposable
{
    private readonly string _folder = Repository.CopyOf("infra/azure");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A wrong property or an unknown API version is a warning with exit code 0: nothing at all may be said.</summary>
    [Theory]
    [InlineData("bicep")]
    [InlineData("bicepparam")]
    public async Task Files_Linted_HaveNothingSaidAboutThem(string kind)
    {
        (int exitCode, string output, string complaints) = await BicepCompiler.RunAsync(_folder, "lint", "--pattern", $"./**/*.{kind}");

        Assert.Equal((0, "", ""), (exitCode, output.Trim(), complaints.Trim()));
    }

    [Theory]
    [InlineData("bicep", 13)]
    [InlineData("bicepparam", 2)]
    public async Task Files_Formatted_StayAsTheyAre(string kind, int atLeast)
    {
        (int exitCode, _, string complaints) = await BicepCompiler.RunAsync(_folder, "format", "--pattern", $"./**/*.{kind}");

        Assert.Equal((0, ""), (exitCode, complaints.Trim()));
        string[] files = [.. Directory.EnumerateFiles(_folder, $"*.{kind}", SearchOption.AllDirectories)];
        Assert.True(files.Length >= atLeast);
        Assert.All(files, file => Assert.Equal(Repository.Read(Path.Combine("infra/azure", Path.GetRelativePath(_folder, file))), File.ReadAllText(file)));
    }

    /// <summary>What shows that the first test can fail: the rules of bicepconfig.json are in force and warnings are seen.</summary>
    [Theory]
    [InlineData("param forgotten string\n", "no-unused-params")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts@2021-01-01' existing = { name: 'a' }\noutput o string = a.id\n", "use-recent-api-versions")]
    [InlineData("resource a 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {\n  name: 'a'\n  location: 'x'\n  colour: 'red'\n}\n", "BCP037")]
    public async Task File_WithAFault_IsComplainedOf(string text, string code)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "modules", "fault.bicep"), text);

        (_, _, string complaints) = await BicepCompiler.RunAsync(_folder, "lint", "modules/fault.bicep");

        Assert.Contains(code, complaints, StringComparison.Ordinal);
    }
}
