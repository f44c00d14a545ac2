using System.Net;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The settings of the embedded host, read and checked.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Where to listen: an IP address, <c>localhost</c>, or <c>*</c>. Default 127.0.0.1.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port, 0 to 65535; 0 takes any free one. Default 7071.</summary>
    public int Port { get; set; } = 7071;

    /// <summary>The proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Default none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; set; } = [];

    /// <summary>The instant at which a virtual clock starts; null for the real clock.</summary>
    public DateTimeOffset? ClockStart { get; set; }

    /// <summary>Virtual seconds per real second, 0 to 10,000,000; 0 moves only by hand.</summary>
    public double ClockSpeed { get; set; }

    /// <summary>The absolute path of what the host keeps.</summary>
    public string DataDirectory { get; set; } = ".data";

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    public IList<string> Faults { get; } = [];
}
