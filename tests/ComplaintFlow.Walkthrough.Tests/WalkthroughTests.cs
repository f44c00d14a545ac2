namespace ComplaintFlow.Walkthrough;

/// <summary>What a document shows is what happens: its blocks run, in order, against a freshly started program.</summary>
public sealed class WalkthroughTests
{
    private const string DefaultAddress = "http://127.0.0.1:7071";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/walkthrough.md")]
    public async Task EveryBlock_OfADocument_PrintsWhatTheDocumentShows(string path)
    {
        Document document = new(path);
        Assert.NotEmpty(document.Arguments);
        Assert.NotEmpty(document.Steps);
        await using RunningProgram program = await RunningProgram.StartAsync(document.Arguments);
        string[] announced = program.Output.Split('\n');
        Assert.All(document.Announced, line => Assert.Contains(announced, printed => Document.Matches(At(line), printed)));
        using Shell shell = new(program.Address);
        foreach (Step step in document.Steps)
        {
            (bool succeeded, string printed) = await shell.RunAsync(step.Commands);
            Assert.True(succeeded, $"{path}: a command failed in\n{step.Commands}\nIt printed\n{printed}\nThe program said\n{program.Output}");
            Assert.True(
                step.Output is null || Document.Matches(At(step.Output), printed),
                $"{path}:\n{step.Commands}\nprinted\n{printed}\ninstead of\n{step.Output}");
        }

        string At(string shown) => shown.Replace(DefaultAddress, program.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\ntwo", "one\ntwo\n", true)]
    [InlineData("one …\ntwo", "one and a half\ntwo\n", true)]
    [InlineData("…\ntwo", "zero\none\ntwo\n", true)]
    [InlineData("one\n…", "one\n", true)]
    [InlineData("one\ntwo", "one\n\ntwo\n", false)]
    [InlineData("one …", "one\ntwo\n", false)]
    [InlineData("one", "one\ntwo\n", false)]
    [InlineData("a.c", "abc\n", false)]
    public void APlaceholder_StandsForAnythingOnItsLine_AndNoMore(string expected, string printed, bool matches) =>
        Assert.Equal(matches, Document.Matches(expected, printed));
}
