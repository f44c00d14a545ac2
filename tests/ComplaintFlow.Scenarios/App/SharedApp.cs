namespace ComplaintFlow.Scenarios.App;

/// <summary>One program for all tests of a class whose complaints do not meet each other.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
