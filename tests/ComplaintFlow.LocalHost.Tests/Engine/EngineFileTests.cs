namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class EngineFileTests
{
    [Fact]
    public async Task DamagedFile_IsNamedAndLeftAlone()
    {
        TestHost host = TestHost.Prepare();
        string file = Path.Combine(host.Directory, "engine.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        IOException refused = await Assert.ThrowsAsync<IOException>(host.BeginAsync);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task DataDirectory_InUse_IsRefusedToASecondHost()
    {
        await using TestHost first = await TestHost.StartAsync();
        TestHost second = TestHost.Prepare($"--LocalHost__DataDirectory={first.Directory}");
        IOException refused = await Assert.ThrowsAsync<IOException>(second.BeginAsync);
        Assert.Contains(first.Directory, refused.Message, StringComparison.Ordinal);
        await second.DisposeAsync();
    }
}
