using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>
/// What <c>host.json</c> says, under <see cref="Section"/> in the configuration, where settings of the same name
/// override it as they do on Azure (<c>AzureFunctionsJobHost__extensions__http__routePrefix</c>).
/// </summary>
internal sealed class HostFile(IConfiguration configuration, IReadOnlyList<string> order)
{
    public const string Section = "AzureFunctionsJobHost";

    private IConfigurationSection Local => configuration.GetSection($"{Section}:localHost");

    public string RoutePrefix => configuration[$"{Section}:extensions:http:routePrefix"]?.Trim('/') ?? string.Empty;

    /// <summary>Whether an event for a missing or ended instance is an exception; true unless said otherwise.</summary>
    public bool ThrowsOnLostEvent =>
        !bool.TryParse(configuration[$"{Section}:extensions:durableTask:throwStatusExceptionsOnRaiseEvent"], out bool throws) || throws;

    public SettingReference DataDirectory => SettingReference.Read(Local.GetSection("dataDirectory"), "LocalHost__DataDirectory", ".data");

    /// <summary>The folder of mails below the data directory; null when the application writes none.</summary>
    public string? MailboxFolder => Local["mailbox:folder"];

    public string KindHeader => Local["mailbox:kindHeader"] ?? "X-Kind";

    public string ReferenceHeader => Local["mailbox:referenceHeader"] ?? "X-Reference";

    /// <summary>Whether the pages under <c>/local</c> are open: the setting of <c>onlyWhen</c> has its value, or none is named.</summary>
    public bool IsOpen
    {
        get
        {
            IConfigurationSection condition = Local.GetSection("mailbox:onlyWhen");
            return condition["is"] is not { } wanted || string.Equals(
                SettingReference.Read(condition, string.Empty, string.Empty).Value(configuration), wanted, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The paths to point out at start, with their labels, in the order of the file.</summary>
    public IEnumerable<(string Label, string Path)> Welcome => Local.GetSection("welcome").GetChildren()
        .OrderBy(line => PlaceOf(line.Key))
        .Select(line => (line.Key, line.Value ?? "/"));

    /// <summary>Configuration sorts its keys; people want the order in which they were written.</summary>
    private int PlaceOf(string label) =>
        order.TakeWhile(key => !string.Equals(key, $"localHost:welcome:{label}", StringComparison.OrdinalIgnoreCase)).Count();
}
