using System.Net;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The setting <c>LocalHost__TrustedProxies</c>: addresses and networks, with commas or as <c>__0</c>, <c>__1</c> ….</summary>
internal static class TrustedProxies
{
    private const string Setting = "LocalHost:TrustedProxies";

    /// <summary>What is given; each part that cannot be read becomes a fault.</summary>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration, IList<string> faults)
    {
        List<IPNetwork> trusted = [];
        foreach (string text in Given(configuration.GetSection(Setting)))
        {
            if (!TryParse(text, out IPNetwork network))
            {
                faults.Add($"LocalHost__TrustedProxies : « {text} » n'est ni une adresse IP, ni un réseau donné par sa première adresse (10.0.0.0/8).");
            }
            else if (network.PrefixLength == 0)
            {
                faults.Add($"LocalHost__TrustedProxies : « {text} » ferait croire n'importe qui sur son adresse ; nommez le proxy.");
            }
            else
            {
                trusted.Add(network);
            }
        }

        return trusted;
    }

    private static IEnumerable<string> Given(IConfigurationSection section) => section.GetChildren().Select(child => child.Value).Prepend(section.Value)
        .SelectMany(text => (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool TryParse(string text, out IPNetwork network)
    {
        if (!IPNetwork.TryParse(text, out network))
        {
            if (text.Contains('/', StringComparison.Ordinal) || !IPAddress.TryParse(text, out IPAddress? address))
            {
                return false;
            }

            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        // «10.1» is an address to the parser, and «010.0.0.1» another one than it seems; a mapped IPv4 address would never match.
        IPAddress first = network.BaseAddress;
        return !first.IsIPv4MappedToIPv6 && (text.Contains(':', StringComparison.Ordinal) || text.Split('/')[0] == first.ToString());
    }
}
