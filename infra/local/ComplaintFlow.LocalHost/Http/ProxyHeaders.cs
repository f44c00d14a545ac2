using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>What proxies say about the client.</summary>
internal static class ProxyHeaders
{
    /// <summary>The first of these is left behind by the middleware where it believed a proxy.</summary>
    private static readonly string[] Names =
    [
        "X-Original-For", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP", "Forwarded", "Via",
    ];

    /// <summary>
    /// Client address and scheme from the <paramref name="trusted"/>, read from the right as far as each sender is one of
    /// them; the host stays the one asked for. Without any the headers mean nothing.
    /// </summary>
    public static void Use(IApplicationBuilder web, IReadOnlyList<IPNetwork> trusted)
    {
        if (trusted.Count == 0)
        {
            return;
        }

        ForwardedHeadersOptions options = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };

        // By default this machine is believed.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (IPNetwork network in trusted)
        {
            options.KnownIPNetworks.Add(network);
        }

        web.UseForwardedHeaders(options);
    }

    /// <summary>Whether a proxy has passed the request on, as far as its headers tell.</summary>
    public static bool AreIn(HttpRequest request) => Names.Any(request.Headers.ContainsKey);
}
