using System.Net;
using System.Net.Sockets;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Browser.Tests.Browsing;

/// <summary>The real program on virtual time, at an address that a browser can open.</summary>
internal static class Site
{
    public static async Task<(TestApp App, Uri Address)> StartAsync(string at = "2026-03-02 09:00")
    {
        int port = FreePort();
        Uri address = new($"http://127.0.0.1:{port}/");
        TestApp app = await TestApp.StartAsync(at, settings: new Dictionary<string, string>
        {
            ["LocalHost__Port"] = $"{port}",
            ["ComplaintFlow__PublicUrl"] = address.GetLeftPart(UriPartial.Authority),
        });
        return (app, address);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
