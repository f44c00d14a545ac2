namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>A test that needs a <see cref="SmallDisk"/>; skipped for an account that may not mount.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> MayMount = new(() =>
    {
        using SmallDisk? disk = SmallDisk.TryMount();
        return disk is not null;
    });

    public SmallDiskFactAttribute() => Skip = MayMount.Value ? null : "Mounting a file system needs root.";
}
