using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>A damaged file stops the start with its name, and is left as it was for whoever restores it.</summary>
public sealed class DamageTests
{
    [Theory]
    [InlineData("complaints.db")]
    [InlineData("secrets.json")]
    [InlineData("clock.json")]
    public async Task File_Damaged_StopsTheStartNamingItAndStaysUntouched(string name)
    {
        await using TestApp app = await TestApp.StartAsync(settings: new() { ["ComplaintFlow__Storage"] = "sqlite" });
        await app.ComplainAsync();
        await app.StopAsync();
        string path = Assert.Single(Directory.GetFiles(app.DataDirectory, name, SearchOption.AllDirectories));
        byte[] damaged = [.. Enumerable.Repeat((byte)'!', 8_192)];
        await File.WriteAllBytesAsync(path, damaged);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(app.StartAsync);
        Assert.Contains(name, exception.ToString().Split(Environment.NewLine)[0], StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(path));
    }
}
