using System.Reflection;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions;
using ComplaintFlow.LocalHost.Clock;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>The three assemblies.</summary>
internal static class Parts
{
    public static Assembly Domain { get; } = typeof(Complaint).Assembly;

    public static Assembly Functions { get; } = typeof(ComplaintFlowApp).Assembly;

    public static Assembly LocalHost { get; } = typeof(VirtualClock).Assembly;

    public static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>Types written by a person, not by the compiler.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal));
}
