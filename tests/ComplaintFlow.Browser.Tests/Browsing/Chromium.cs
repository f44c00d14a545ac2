using Microsoft.Playwright;

namespace ComplaintFlow.Browser.Tests.Browsing;

/// <summary>One Chromium, the distribution's own, for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        string path = new[] { "/usr/bin/chromium", "/usr/bin/chromium-headless-shell" }.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Chromium is missing: run ./test.sh, which installs it.");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright?.Dispose();
    }
}
