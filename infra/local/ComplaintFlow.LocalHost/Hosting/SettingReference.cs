using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>A setting that <c>host.json</c> names, and its default.</summary>
internal sealed record SettingReference(string Name, string Default)
{
    public static SettingReference Read(IConfigurationSection section, string name, string fallback) =>
        new(section["setting"] ?? name, section["default"] ?? fallback);

    public string Value(IConfiguration configuration) =>
        configuration[SettingName.Key(Name)] is { Length: > 0 } value ? value : Default;
}
