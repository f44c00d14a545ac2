namespace ComplaintFlow.Proxy;

/// <summary>A test that asks systemd; skipped where there is none.</summary>
internal sealed class SystemdFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/systemd-analyze";

    public SystemdFactAttribute() => Skip = File.Exists(Program) ? null : "systemd is not installed.";
}
