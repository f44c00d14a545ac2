using System.Reflection;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>Which worker the program was built for; the project file says it in the assembly's metadata.</summary>
internal static class WorkerFlavour
{
    public static bool IsAzure { get; } = typeof(WorkerFlavour).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(attribute => attribute is { Key: "Worker", Value: "Azure" });
}
