using System.Net;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>
/// Who may use <c>/local</c>: someone on this machine, whose browser was not sent by a page from elsewhere, when the
/// application writes its mails to the mailbox folder.
/// </summary>
internal static class LocalGate
{
    public static bool Admits(HttpContext http, HostFile host) =>
        host.IsOpen
        && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopback(http.Request.Host.Host)
        && !ProxyHeaders.AreIn(http.Request)
        && http.Request.Headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && IsLoopback(uri.Host));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
